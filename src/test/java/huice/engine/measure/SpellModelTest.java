package huice.engine.measure;

import static huice.engine.measure.Sample.call;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Months, overlap and reached against a model that walks day by day and knows nothing clever. */
class SpellModelTest {
  private static final int WORLDS = Integer.getInteger("worlds", 60);
  private static final int OFFSET = 400;
  private static final int SPAN = OFFSET + Worlds.DAYS + 1;

  /** A run as the worked days it is made of, counted from {@link #OFFSET} days before the start. */
  private record Run(List<Integer> days) {
    int first() {
      return days.get(0);
    }

    int last() {
      return days.get(days.size() - 1);
    }

    /** The best of all anchors: worked days put side by side around one of them. */
    int months() {
      int most = 0;
      for (int i = 0; i < days.size(); i++) {
        most = Math.max(most, whole(date(days.get(i) - i), date(days.get(i) - i + days.size())));
      }
      return most;
    }
  }

  private record Spell(int start, int end, String reason) {}

  private record Setting(String gap, int days, String bridge, List<String> reasons) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("gap=〔n0〕", 0, "bridge=reason in unpaid", List.of("unpaid")),
          new Setting("gap=〔n30〕", 30, "bridge=reason in 〔reasons〕", List.of("sick", "unpaid")),
          new Setting("gap=〔n3〕", 3, "bridge=reason = sick", List.of("sick")));

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(Worlds.FIRST - OFFSET + day);
  }

  private static int whole(LocalDate from, LocalDate to) {
    int months = 0;
    while (!from.plusMonths(months + 1).isAfter(to)) {
      months++;
    }
    return months;
  }

  private static List<Spell> spells(Node person) {
    List<Spell> all = new ArrayList<>();
    for (Node row : Objects.requireNonNull(person.list(Sample.relation(person, "spells"))).rows()) {
      Known reason = row.fact(row.entity().fact("reason").orElseThrow());
      String word =
          reason instanceof Known.Value value
              ? row.entity().fact("reason").orElseThrow().choices().get((int) value.raw()).id()
              : "";
      all.add(new Spell(day(row, "start"), day(row, "end"), word));
    }
    return all;
  }

  private static int day(Node row, String fact) {
    Known known = row.fact(row.entity().fact(fact).orElseThrow());
    return known instanceof Known.Value value ? (int) (value.raw() - Worlds.FIRST + OFFSET) : SPAN;
  }

  /** Runs as they stand at the end of a day; {@code all} joins everything. */
  private static List<Run> runs(List<Spell> spells, int to, Setting setting, boolean all) {
    List<Run> runs = new ArrayList<>();
    for (int day = 0; day <= to; day++) {
      int today = day;
      if (spells.stream().noneMatch(s -> s.start() <= today && today <= s.end())) {
        continue;
      }
      Run run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (run == null || !all && broken(spells, run.last(), day, setting)) {
        run = new Run(new ArrayList<>());
        runs.add(run);
      }
      run.days().add(day);
    }
    return runs;
  }

  private static boolean broken(List<Spell> spells, int last, int day, Setting setting) {
    boolean bridged =
        spells.stream().anyMatch(s -> s.end() == last && setting.reasons().contains(s.reason()));
    return day - last - 1 > setting.days() && !bridged;
  }

  private static int longest(List<Run> runs) {
    return runs.stream().mapToInt(Run::months).max().orElse(0);
  }

  private static int current(List<Spell> spells, List<Run> runs, int to, Setting setting) {
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    return last == null || broken(spells, last.last(), to + 1, setting) ? 0 : last.months();
  }

  private static int overlap(List<Run> ones, List<Run> others) {
    int longest = 0;
    for (Run one : ones) {
      for (Run other : others) {
        int from = Math.max(one.first(), other.first());
        int to = Math.min(one.last(), other.last());
        longest = from > to ? longest : Math.max(longest, whole(date(from), date(to + 1)));
      }
    }
    return longest;
  }

  private static long read(Call call, List<Node> truth, int to) {
    long on = Worlds.FIRST - OFFSET + to;
    Reading reading =
        Sample.bind(call, Sample.COUPLE)
            .measure()
            .read(Sample.moment(on, on, truth.toArray(new Node[0])));
    assertThat(reading.isExact()).isTrue();
    return reading.lo();
  }

  @Test
  void monthsOfEveryModeAreThoseOfTheModel() {
    for (int seed = 0; seed < WORLDS * 5; seed++) {
      List<Node> truth = new Worlds(seed).truth();
      List<Spell> spells = spells(truth.get(0));
      List<Spell> others = spells(truth.get(1));
      int to = OFFSET + new Random(seed).nextInt(Worlds.DAYS);
      for (Setting setting : SETTINGS) {
        List<Run> runs = runs(spells, to, setting, false);
        List<Run> second = runs(others, to, setting, false);
        String[] words = {"worker.spells", setting.gap(), setting.bridge(), "either", ""};
        words[4] = "mode=current";
        assertThat(read(call("months", (Object[]) words), truth, to))
            .as(seed + " current " + setting)
            .isEqualTo(
                Raw.of(
                    Math.max(
                        current(spells, runs, to, setting), current(others, second, to, setting))));
        words[4] = "mode=longest";
        assertThat(read(call("months", (Object[]) words), truth, to))
            .as(seed + " longest " + setting)
            .isEqualTo(Raw.of(Math.max(longest(runs), longest(second))));
        words[4] = "mode=total";
        int total = longest(runs(spells, to, setting, true));
        int otherTotal = longest(runs(others, to, setting, true));
        assertThat(read(call("months", (Object[]) words), truth, to))
            .as(seed + " total " + setting)
            .isEqualTo(Raw.of(Math.max(total, otherTotal)));
        assertThat(
                read(call("overlap", "worker.spells", setting.gap(), setting.bridge()), truth, to))
            .as(seed + " overlap " + setting)
            .isEqualTo(Raw.of(overlap(runs, second)));
      }
    }
  }

  @Test
  void theDayReachedIsTheFirstOnWhichTheModelHasTheMonths() {
    int reachedAtAll = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      List<Node> truth = new Worlds(seed).truth();
      List<Spell> one = spells(truth.get(0));
      List<Spell> other = spells(truth.get(1));
      Setting setting = SETTINGS.get(seed % SETTINGS.size());
      int to = SPAN - 1;
      int wanted = 2 + seed % 3;
      long months = Raw.NEVER;
      long total = Raw.NEVER;
      long overlap = Raw.NEVER;
      for (int day = to; day >= 0; day--) {
        long raw = Worlds.FIRST - OFFSET + day;
        List<Run> runs = runs(one, day, setting, false);
        List<Run> others = runs(other, day, setting, false);
        months = longest(runs) >= wanted && longest(others) >= wanted ? raw : months;
        total =
            longest(runs(one, day, setting, true)) >= wanted
                    && longest(runs(other, day, setting, true)) >= wanted
                ? raw
                : total;
        overlap = overlap(runs, others) >= wanted ? raw : overlap;
      }
      String number = "〔n" + wanted + "〕";
      Object[] words = {"worker.spells", setting.gap(), setting.bridge(), "mode=total"};
      Object[] run = {"worker.spells", setting.gap(), setting.bridge()};
      assertThat(read(call("reached", call("months", run), number, "each"), truth, to))
          .as(seed + " months")
          .isEqualTo(months);
      assertThat(read(call("reached", call("months", words), number, "each"), truth, to))
          .as(seed + " total")
          .isEqualTo(total);
      assertThat(read(call("reached", call("overlap", run), number), truth, to))
          .as(seed + " overlap")
          .isEqualTo(overlap);
      reachedAtAll += overlap < Raw.NEVER ? 1 : 0;
    }
    assertThat(reachedAtAll).isGreaterThan(WORLDS / 10);
  }
}
