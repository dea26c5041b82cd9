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
    assertThat(Grants.of(made("proposal", "ELIGIBLE", true, null, MONTHS), List.of()))
        .containsExactly(
            new Grants.Granted("2026-01", new BigDecimal("100.50")),
            new Grants.Granted("2026-02", new BigDecimal("100.50")),
            new Grants.Granted("2026-04", null));
  }

  @Test
  void aDraftsSchemeGrantsNothingAndNeitherDoesARefusal() {
    assertThat(Grants.of(made("proposal", "ELIGIBLE", false, null, MONTHS), List.of())).isEmpty();
    assertThat(Grants.of(made("override", "NOT_ELIGIBLE", true, "5.00", MONTHS), List.of()))
        .isEmpty();
    assertThat(Grants.of(made("proposal", "NOT_OPENED", true, null, MONTHS), List.of())).isEmpty();
    assertThat(Grants.of(null, List.of())).isEmpty();
  }

  @Test
  void whatAPersonGrantsInOneSumIsSpreadOverTheMonthsToTheLastFen() {
    assertThat(Grants.of(made("review", "ELIGIBLE", true, "100.00", MONTHS), List.of()))
        .extracting(Grants.Granted::amount)
        .containsExactly(new BigDecimal("33.33"), new BigDecimal("33.33"), new BigDecimal("33.34"));
  }

  private static final String HALVES =
      """
      {"outcomes": [{"months": [], "amount": {"value": "1001.01", "shares": [
        {"to": "one", "value": "500.50"}, {"to": "other", "value": "500.51"}]}}]}""";

  @Test
  void halvesArePaidApartAndTheLastOneHasTheOddFenSoThatTheSumIsExact() {
    assertThat(Grants.of(made("proposal", "ELIGIBLE", true, null, HALVES), List.of()))
        .containsExactly(
            new Grants.Granted("once", "one", new BigDecimal("500.50")),
            new Grants.Granted("once", "other", new BigDecimal("500.51")));
  }

  @Test
  void whatAPersonGrantsACoupleIsSplitAmongItsMembersWhereTheRulesNamedNobody() {
    String refused = "{\"outcomes\": [{\"months\": [], \"amount\": null}]}";
    assertThat(
            Grants.of(
                made("override", "ELIGIBLE", true, "99.99", refused), List.of("one", "other")))
        .containsExactly(
            new Grants.Granted("once", "one", new BigDecimal("49.99")),
            new Grants.Granted("once", "other", new BigDecimal("50.00")));
  }

  private static LedgerTable.Line line(String kind, String period, String amount) {
    return new LedgerTable.Line(
        1L,
        kind,
        ID,
        ID,
        period,
        "",
        ID,
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
  void r36WhatTheBankTookBackIsNeitherPaidNorUnderpaid() {
    List<Grants.Granted> granted =
        List.of(
            new Grants.Granted("2026-01", new BigDecimal("100.00")),
            new Grants.Granted("2026-02", new BigDecimal("50.00")));
    List<LedgerTable.Line> ledger =
        List.of(
            line("paid", "2026-01", "100.00"),
            line("taken-back", "2026-01", "100.00"),
            line("paid", "2026-02", "80.00"));
    List<Balance.Line> balance = Balance.of(granted, ledger);

    assertThat(Balance.paid(ledger)).isEqualByComparingTo("80.00");
    assertThat(Balance.under(balance)).isEqualByComparingTo("0.00");
    assertThat(Balance.over(balance)).isEqualByComparingTo("30.00");
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
