package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.SchemeInfo;
import huice.model.Parameter;
import huice.model.Problem;
import huice.simulation.Workbench;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Month by month over the years of every scheme: no gap that the check does not announce. */
class TimeSweepTest {
  private static final LocalDate END = LocalDate.of(2029, 1, 1);
  private static final Workbench PACKS = Workbench.open(Path.of("."));
  private static final List<Problem> NOTICES =
      PACKS.problems().stream().filter(Problem::notice).toList();

  private static LocalDate last(SchemeInfo scheme) {
    LocalDate last = LocalDate.MIN;
    for (SchemeInfo.Version version : scheme.versions()) {
      LocalDate to = version.to() == null ? END : version.to();
      last = to.isAfter(last) ? to : last;
    }
    return last;
  }

  private static LocalDate first(SchemeInfo scheme) {
    return scheme.versions().stream()
        .map(SchemeInfo.Version::from)
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static boolean announced(String file, String word) {
    return NOTICES.stream().anyMatch(n -> n.file().equals(file) && n.toString().contains(word));
  }

  @Test
  void every_month_of_a_rule_has_one_version_or_an_announced_gap() {
    for (SchemeInfo scheme : PACKS.schemes()) {
      for (LocalDate day = first(scheme); !day.isAfter(last(scheme)); day = day.plusMonths(1)) {
        LocalDate on = day;
        long inForce =
            scheme.versions().stream()
                .filter(v -> !on.isBefore(v.from()) && (v.to() == null || !on.isAfter(v.to())))
                .map(v -> v.from() + "" + v.to())
                .distinct()
                .count();
        assertThat(inForce).as(scheme.id() + " on " + on).isLessThanOrEqualTo(1);
        if (inForce == 0) {
          assertThat(announced(scheme.file(), "没有施行的版本")).as(scheme.id() + " on " + on).isTrue();
        }
      }
    }
  }

  @Test
  void every_month_of_a_rule_has_a_version_of_each_parameter_or_an_announced_gap() {
    int gaps = 0;
    for (SchemeInfo scheme : PACKS.schemes()) {
      for (Parameter parameter : used(scheme)) {
        for (LocalDate day = first(scheme); !day.isAfter(last(scheme)); day = day.plusMonths(1)) {
          if (parameter.on(day).isEmpty()) {
            gaps++;
            assertThat(
                    announced(parameter.file(), "没有值")
                        || announced(scheme.file(), "〔" + parameter.name() + "〕没有值"))
                .as(scheme.id() + " on " + day + " 〔" + parameter.name() + "〕")
                .isTrue();
          }
        }
      }
    }
    assertThat(gaps).isPositive();
  }

  private static List<Parameter> used(SchemeInfo scheme) {
    return PACKS.release().packs().stream()
        .flatMap(p -> p.parameters().stream())
        .filter(p -> scheme.parameters().contains(p.name()))
        .toList();
  }
}
