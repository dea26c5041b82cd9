package huice.engine;

import huice.engine.measure.Lack;
import huice.engine.measure.Reading;
import huice.model.Amount;
import huice.model.Due;
import huice.model.Raw;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a frequency or service owes and by when. */
final class DueDates {
  private final Line line;
  private final List<String> notSet = new ArrayList<>();
  private final List<Amount.Step> steps = new ArrayList<>();
  private @Nullable LocalDate from;

  private DueDates(Line line) {
    this.line = line;
  }

  static @Nullable Due of(Line line) {
    Branch branch = line.branch;
    return branch == null || branch.consequences().none() ? null : new DueDates(line).due(branch);
  }

  private Due due(Branch branch) {
    Consequences c = branch.consequences();
    LocalDate by = null;
    String rhythm = branch.label();
    if (c.every() != null) {
      rhythm = c.every().text();
      by = every(c.every(), c.between());
    } else if (c.by() != null) {
      by = date(c.by().measure().read(line.moment));
    }
    List<Due.Item> items = new ArrayList<>();
    for (Consequences.Offer offer : c.offers()) {
      items.add(item(offer));
    }
    return new Due(
        by, from, branch.clauses(), branch.line(), Text.of(rhythm, rhythm), notSet, items, steps);
  }

  private @Nullable LocalDate every(
      Consequences.Every every, Consequences.@Nullable Between between) {
    Reading interval = every.interval().measure().read(line.moment);
    LocalDate begin = date(every.from().measure().read(line.moment));
    from = begin;
    notSet.addAll(interval.unset());
    if (begin == null || !interval.isExact()) {
      return null;
    }
    long count = interval.lo() / Raw.ONE;
    LocalDate due = every.months() ? begin.plusMonths(count) : begin.plusDays(count);
    steps.add(
        new Amount.Step(
            Text.of("自 " + begin + " 起" + every.text(), "from " + begin), due.toString()));
    return between == null ? due : clamp(due, begin, between);
  }

  private LocalDate clamp(LocalDate due, LocalDate begin, Consequences.Between between) {
    Reading floor = between.floorDays().measure().read(line.moment);
    Reading ceiling = between.ceilingMonths().measure().read(line.moment);
    LocalDate result = due;
    if (ceiling.isExact() && result.isAfter(begin.plusMonths(ceiling.lo() / Raw.ONE))) {
      result = begin.plusMonths(ceiling.lo() / Raw.ONE);
    }
    if (floor.isExact() && result.isBefore(begin.plusDays(floor.lo() / Raw.ONE))) {
      result = begin.plusDays(floor.lo() / Raw.ONE);
    }
    if (!result.equals(due)) {
      steps.add(
          new Amount.Step(
              Text.of(between.text(), "kept between floor and ceiling"), result.toString()));
    }
    return result;
  }

  private Due.Item item(Consequences.Offer offer) {
    Reading target = offer.target().measure().read(line.moment);
    Reading done = offer.done().measure().read(line.moment);
    notSet.addAll(target.unset());
    return new Due.Item(
        offer.name(),
        target.isExact() ? Raw.decimal(target.lo()) : BigDecimal.ZERO,
        done.lo() == Raw.LOW ? BigDecimal.ZERO : Raw.decimal(done.lo()));
  }

  private @Nullable LocalDate date(Reading reading) {
    notSet.addAll(reading.unset());
    if (reading.isExact() && reading.lo() != Raw.NEVER) {
      return Raw.date(reading.lo());
    }
    for (Lack lack : reading.lacks()) {
      line.lack(lack);
    }
    return null;
  }
}
