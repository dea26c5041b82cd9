package huice.casework;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.ReleaseStep;
import huice.model.ReleaseStep.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

  private final List<ReleaseStep> steps = new ArrayList<>();

  @Test
  void anApprovalDecidesFromItsStartOnAndNotADayBefore() {
    approved("first", DAY);
    approved("second", DAY.plusDays(10));

    assertThat(live(DAY.minusDays(1))).isEmpty();
    assertThat(live(DAY.plusDays(9))).isEqualTo("first");
    assertThat(live(DAY.plusDays(10))).isEqualTo("second");
  }

  @Test
  void ofTwoFromOneDayTheOneApprovedLastDecides() {
    approved("first", DAY);
    approved("second", DAY);

    assertThat(live(DAY)).isEqualTo("second");
  }

  @Test
  void anApprovalGivenLaterDoesNotHoldUpOneThatBeginsLater() {
    approved("planned", DAY.plusDays(10));
    approved("urgent", DAY);

    assertThat(live(DAY.plusDays(9))).isEqualTo("urgent");
    assertThat(live(DAY.plusDays(10))).isEqualTo("planned");
  }

  @Test
  void whatIsRolledBackDecidesNoMoreUntilItIsApprovedAgain() {
    approved("first", DAY);
    approved("second", DAY);
    step("second", Kind.ROLLED_BACK, null);
    assertThat(live(DAY)).isEqualTo("first");

    approved("second", DAY.plusDays(1));
    assertThat(live(DAY.plusDays(1))).isEqualTo("second");
  }

  @Test
  void rollingBackWhatWasApprovedTwiceLeadsToAnotherRelease() {
    approved("first", DAY);
    approved("second", DAY);
    approved("first", DAY);

    assertThat(history().beforeLive(DAY)).map(ReleaseStep::release).contains("second");
    step("first", Kind.ROLLED_BACK, null);
    assertThat(live(DAY)).isEqualTo("second");
    assertThat(history().beforeLive(DAY)).isEmpty();
  }

  @Test
  void aProposalIsOpenUntilItIsApprovedOrRejected() {
    step("a", Kind.PROPOSED, DAY);
    step("b", Kind.PROPOSED, DAY);
    assertThat(history().open()).extracting(ReleaseStep::release).containsExactly("a", "b");

    step("a", Kind.REJECTED, null);
    approved("b", DAY);
    assertThat(history().open()).isEmpty();
  }

  private ReleaseHistory history() {
    return new ReleaseHistory(steps);
  }

  private String live(LocalDate day) {
    return history().liveOn(day).map(ReleaseStep::release).orElse("");
  }

  private void approved(String release, LocalDate start) {
    step(release, Kind.APPROVED, start);
  }

  private void step(String release, Kind kind, LocalDate start) {
    steps.add(
        new ReleaseStep(
            steps.size() + 1, release, kind, null, start, null, null, Instant.EPOCH, null, null));
  }
}
