package huice.casework.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.casework.Conflict;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Release;
import huice.policy.Packs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final Release RELEASE = Objects.requireNonNull(Packs.load(Path.of("")).release());

  private static LocalDate after(String day, int number) {
    return WorkingDays.after(LocalDate.parse(day), number, RELEASE, shipped().daysOff());
  }

  private static MoneySettings shipped() {
    return new MoneySettings(yaml().getBytes(StandardCharsets.UTF_8));
  }

  private static String yaml() {
    try (InputStream file = WorkingDaysTest.class.getResourceAsStream("/money/settings.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void weekendsAndTheHolidaysOfThePacksDoNotCount() {
    assertThat(after("2025-04-07", 5)).isEqualTo("2025-04-14");
    assertThat(after("2025-04-03", 5)).as("清明 is a Friday").isEqualTo("2025-04-11");
    assertThat(after("2025-04-30", 5)).as("two days of 劳动节").isEqualTo("2025-05-09");
  }

  @Test
  void aYearWhoseHolidaysNobodyPublishedGivesNoLastDay() {
    assertThatThrownBy(() -> after("2030-04-03", 5)).isInstanceOf(Conflict.class);
  }

  @Test
  void aSettingSaysWhetherDaysOrWorkingDaysCount() {
    String scheme = "startup-grant";
    assertThat(shipped().scheme(scheme).orElseThrow().workdays()).isFalse();
    String working =
        yaml()
            .replace(
                "startup-grant: {fund: employment-subsidy, rhythm: once, notice-days: 5}",
                "startup-grant: {fund: employment-subsidy, rhythm: once, notice-workdays: 7}");
    MoneySettings.SchemeMoney money =
        new MoneySettings(working.getBytes(StandardCharsets.UTF_8)).scheme(scheme).orElseThrow();
    assertThat(money.workdays()).isTrue();
    assertThat(money.noticeDays()).isEqualTo(7);
  }

  /** What is data here would otherwise be missed only when somebody is paid. */
  @Test
  void theFactsThatTheLedgerFillsAreInTheDictionaryWithTheLedgerAsTheirSource() {
    Dictionary dictionary = RELEASE.dictionary();
    MoneySettings.Earlier earlier = shipped().earlier();
    Entity entity = dictionary.entity(earlier.entity()).orElseThrow();
    for (String fact :
        new String[] {
          earlier.scheme(),
          earlier.grantedOn(),
          earlier.firstMonth(),
          earlier.lastMonth(),
          earlier.months()
        }) {
      assertThat(entity.fact(fact).orElseThrow().sources()).as(fact).contains("ledger");
    }
  }
}
