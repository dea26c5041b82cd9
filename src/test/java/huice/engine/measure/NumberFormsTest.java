package huice.engine.measure;

import static huice.engine.measure.Sample.bind;
import static huice.engine.measure.Sample.call;
import static huice.engine.measure.Sample.moment;
import static huice.engine.measure.Sample.put;
import static huice.engine.measure.Sample.row;
import static huice.engine.measure.Sample.rows;
import static huice.engine.measure.Sample.worker;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Node;
import huice.model.Raw;
import huice.model.Unit;
import huice.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberFormsTest {
  private final Node worker = worker();

  private Reading read(Call call) {
    return bind(call).measure().read(moment("2024-01-01", worker));
  }

  private static String exact(Reading reading) {
    assertThat(reading.isExact()).isTrue();
    return Raw.decimal(reading.lo()).toPlainString();
  }

  @Test
  void twoThirdsAreTwoThirdsAndNotTheirDecimals() {
    put(worker, "savings", "10000.01");
    assertThat(exact(read(call("product", "〔share〕", "worker.savings")))).isEqualTo("6666.673333");
    put(worker, "savings", "3000000");
    assertThat(exact(read(call("product", "worker.savings", "〔share〕")))).isEqualTo("2000000");
  }

  @Test
  void aShareInAProductIsNotRoundedBeforeTheProductIs() {
    put(worker, "savings", "7000");
    put(worker, "children", "7");
    Call share = call("share", "〔money〕", "worker.savings");
    assertThat(exact(read(share))).isEqualTo("0.214357");
    assertThat(exact(read(call("product", share, call("value", "worker.savings")))))
        .isEqualTo("1500.5");
  }

  @Test
  void percentAreTakenAsHundredthsAndMoneyStaysMoney() {
    put(worker, "savings", "1234.56");
    Bound bound = bind(call("product", "worker.savings", "〔percent〕"));
    assertThat(exact(bound.measure().read(moment("2024-01-01", worker)))).isEqualTo("61.728");
    assertThat(bound.type()).isEqualTo(ValueType.MONEY);
    assertThat(bound.unit()).isEqualTo(Unit.YUAN);
  }

  @Test
  void sumsAndDifferencesGoEndByEnd() {
    put(worker, "savings", "100");
    rows(worker, "loans", null, row(worker, "loans", 0, "signed", "2023-01-01", "sum", "30"));
    Call loans = call("sum", "worker.loans.sum");
    Reading plus = read(call("plus", "worker.savings", loans));
    assertThat(plus.lo()).isEqualTo(Raw.of(130));
    assertThat(plus.hi()).isEqualTo(Raw.HIGH);
    Reading minus = read(call("minus", "worker.savings", loans));
    assertThat(minus.lo()).isEqualTo(Raw.LOW);
    assertThat(minus.hi()).isEqualTo(Raw.of(70));
    assertThat(minus.lacks()).extracting(Lack::path).containsExactly("worker.loans");
  }

  @Test
  void whatCannotBeTheSmallestIsNotAskedFor() {
    put(worker, "savings", "100");
    rows(worker, "loans", null, row(worker, "loans", 0, "signed", "2023-01-01", "sum", "130"));
    Reading least = read(call("least", "worker.savings", call("sum", "worker.loans.sum")));
    assertThat(exact(least)).isEqualTo("100");
    assertThat(least.lacks()).isEmpty();
  }

  @Test
  void nothingTimesAnythingIsNothing() {
    put(worker, "savings", "0");
    Reading product = read(call("product", "worker.savings", "worker.children"));
    assertThat(exact(product)).isEqualTo("0");
    assertThat(product.lacks()).isEmpty();
  }

  @Test
  void aShareOfNothingIsUnknown() {
    put(worker, "children", "0");
    Reading share = read(call("share", "〔n1〕", "worker.children"));
    assertThat(share.lo()).isZero();
    assertThat(share.hi()).isEqualTo(Raw.HIGH);
  }

  @Test
  void anUnpublishedParameterIsNamedOnlyWhereItMatters() {
    put(worker, "children", "2");
    Reading plus = read(call("plus", "〔n1〕", "〔unset〕"));
    assertThat(plus.unset()).containsExactly("unset");
    assertThat(read(call("product", "〔n0〕", "〔unset〕")).unset()).isEmpty();
  }

  @Test
  void multiplyingAndDividingRoundHalfUpAtTheSixthDecimal() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long a = random.nextLong() >> random.nextInt(60);
      long b = random.nextLong() >> random.nextInt(60);
      BigDecimal left = BigDecimal.valueOf(a, 6);
      BigDecimal right = BigDecimal.valueOf(b, 6);
      same(Numbers.multiply(a, b, 1), left.multiply(right));
      if (b != 0) {
        same(Numbers.divide(a, b), left.divide(right, 20, RoundingMode.HALF_UP));
      }
    }
  }

  private static void same(long raw, BigDecimal value) {
    BigInteger expected =
        value.setScale(6, RoundingMode.HALF_UP).movePointRight(6).toBigIntegerExact();
    if (expected.bitLength() > 63) {
      assertThat(raw).isEqualTo(expected.signum() < 0 ? Raw.LOW : Raw.HIGH);
    } else {
      assertThat(raw).isEqualTo(expected.longValueExact());
    }
  }
}
