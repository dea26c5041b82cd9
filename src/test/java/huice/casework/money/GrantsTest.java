package huice.casework.money;

import static org.assertj.core.api.Assertions.assertThat;

import huice.store.DecisionRow;
import huice.store.LedgerTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What decisions grant, by what is stored of them, and what was paid beside it. */
class GrantsTest {
  private static final UUID ID = new UUID(0, 1);
  private static final String MONTHS =
      "{\"outcomes\":[{\"months\":["
          + "{\"month\":\"2026-01\",\"to\":\"2026-02\",\"outcome\":\"ELIGIBLE\",\"amount\":{\"value\":\"100.50\"}},"
          + "{\"month\":\"2026-03\",\"to\":\"2026-03\",\"outcome\":\"NOT_ELIGIBLE\",\"amount\":null},"
          + "{\"month\":\"2026-04\",\"to\":\"2026-04\",\"outcome\":\"ELIGIBLE\",\"amount\":{\"value\":null}},"
          + "{\"month\":\"2026-05\",\"to\":\"2026-05\",\"outcome\":\"ELIGIBLE\",\"amount\":null}],"
          + "\"givenUp\":[{\"months\":[\"2026-05\"]}]}]}";

  private static DecisionRow made(
      String kind, String result, boolean payable, @Nullable String amount, String outcome) {
    return new DecisionRow(
        ID,
        ID,
        1,
        kind,
        result,
        "favourable",
        false,
        false,
        true,
        payable,
        false,
        amount == null ? null : new BigDecimal(amount),
        outcome,
        "{}",
        LocalDate.of(2026, 6, 1),
        YearMonth.of(2026, 1),
        YearMonth.of(2026, 3),
        1,
        "r",
        "p",
        "d",
        "{}",
        null,
        null,
        null,
        Instant.EPOCH,
        ID);
  }

  @Test
  void monthsAreGrantedEachWithItsSumAndOneWithoutAPublishedSumIsNotSet() {
    assertThat(Grants.of(made("proposal", "ELIGIBLE", true, null, MONTHS)))
        .containsExactly(
            new Grants.Granted("2026-01", new BigDecimal("100.50")),
            new Grants.Granted("2026-02", new BigDecimal("100.50")),
            new Grants.Granted("2026-04", null));
  }

  @Test
  void aDraftsSchemeGrantsNothingAndNeitherDoesARefusal() {
    assertThat(Grants.of(made("proposal", "ELIGIBLE", false, null, MONTHS))).isEmpty();
    assertThat(Grants.of(made("override", "NOT_ELIGIBLE", true, "5.00", MONTHS))).isEmpty();
    assertThat(Grants.of(made("proposal", "NOT_OPENED", true, null, MONTHS))).isEmpty();
    assertThat(Grants.of(null)).isEmpty();
  }

  @Test
  void whatAPersonGrantsInOneSumIsSpreadOverTheMonthsToTheLastFen() {
    assertThat(Grants.of(made("review", "ELIGIBLE", true, "100.00", MONTHS)))
        .extracting(Grants.Granted::amount)
        .containsExactly(new BigDecimal("33.33"), new BigDecimal("33.33"), new BigDecimal("33.34"));
  }

  private static LedgerTable.Line line(String kind, String period, String amount) {
    return new LedgerTable.Line(
        1L,
        kind,
        ID,
        ID,
        period,
        ID,
        ID,
        1,
        ID,
        new BigDecimal(amount),
        LocalDate.EPOCH,
        Instant.EPOCH,
        ID);
  }

  @Test
  void r36OverAndUnderpaymentAreComputedAgainstTheLedgerOnly() {
    List<Grants.Granted> granted =
        List.of(
            new Grants.Granted("2026-01", new BigDecimal("100.00")),
            new Grants.Granted("2026-02", new BigDecimal("100.00")),
            new Grants.Granted("2026-03", null));
    List<Balance.Line> balance =
        Balance.of(
            granted,
            List.of(
                line("paid", "2026-01", "80.00"),
                line("paid", "2025-12", "70.00"),
                line("repaid", "2025-12", "20.00"),
                line("paid", "2026-03", "10.00")));

    assertThat(Balance.over(balance)).isEqualByComparingTo("50.00");
    assertThat(Balance.under(balance))
        .as("a month never paid is no underpayment")
        .isEqualByComparingTo("20.00");
    assertThat(Balance.of(granted, List.of())).isEmpty();
  }

  @Test
  void aQuarterIsClaimedWhenItIsOverOrTheAwardIs() {
    YearMonth last = YearMonth.of(2026, 5);
    assertThat(Rhythm.QUARTERLY.claimableIn(YearMonth.of(2026, 1), last))
        .isEqualTo(YearMonth.of(2026, 4));
    assertThat(Rhythm.QUARTERLY.claimableIn(YearMonth.of(2026, 4), last))
        .isEqualTo(YearMonth.of(2026, 6));
    assertThat(Rhythm.MONTHLY.claimableIn(YearMonth.of(2026, 1), last))
        .isEqualTo(YearMonth.of(2026, 2));
  }
}
