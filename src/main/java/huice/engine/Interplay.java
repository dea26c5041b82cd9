package huice.engine;

import huice.engine.measure.Moment;
import huice.model.GivenUp;
import huice.model.Interaction;
import huice.model.Raw;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves schemes that exclude one another in the person's favour, exactly: of all allowed
 * combinations the one worth most, ties by declared order. Drafts displace nothing. Where a worth
 * is not known, nothing is displaced and the person chooses.
 */
final class Interplay {
  /** More schemes in one knot than can be tried: the person chooses. */
  private static final int MOST = 16;

  private final List<Interaction> exclusions;
  private final Set<String> excluding = new HashSet<>();

  Interplay(List<Interaction> interactions) {
    exclusions = interactions.stream().filter(i -> i.kind() == Interaction.Kind.EXCLUSION).toList();
    exclusions.forEach(e -> excluding.addAll(e.schemes()));
  }

  void resolve(List<Evaluated> all) {
    List<Evaluated> candidates = new ArrayList<>();
    for (Evaluated e : all) {
      if (e.result.favourable()
          && excluding.contains(e.scheme.id())
          && !e.scheme.draft(Raw.date(e.deciding().moment.on()))) {
        candidates.add(e);
      }
    }
    if (candidates.size() < 2) {
      return;
    }
    ever(candidates);
    Set<Long> months = new TreeSet<>();
    candidates.forEach(
        e -> e.lines.stream().filter(Line::isMonth).forEach(l -> months.add(l.moment.month())));
    Map<String, Loss> losses = new TreeMap<>();
    for (long month : months) {
      month(candidates, month, losses);
    }
    losses.values().forEach(Loss::record);
  }

  private static final class Loss {
    final Evaluated loser;
    final Evaluated winner;
    final Interaction why;
    final List<String> months = new ArrayList<>();

    Loss(Evaluated loser, Evaluated winner, Interaction why) {
      this.loser = loser;
      this.winner = winner;
      this.why = why;
    }

    void record() {
      loser.giveUp(
          new GivenUp(
              loser.scheme.id(),
              winner.scheme.id(),
              why.clause(),
              Text.of(
                  "与「" + winner.scheme.title() + "」不能同享，按更有利的一项办理（同样有利的按在前的一项）",
                  "cannot be had together with "
                      + winner.scheme.id()
                      + ": the one worth more counts, of equals the first"),
              months));
    }
  }

  private void ever(List<Evaluated> candidates) {
    List<Interaction> rules =
        exclusions.stream().filter(i -> i.period() == Interaction.Period.EVER).toList();
    for (List<Evaluated> knot : knots(candidates, rules)) {
      Set<Evaluated> kept = best(knot, rules, Moment.NO_MONTH);
      for (Evaluated loser : knot) {
        if (!kept.contains(loser)) {
          loser.displace(loser.lines);
          lost(loser, kept, rules).record();
        }
      }
    }
  }

  private void month(List<Evaluated> candidates, long month, Map<String, Loss> losses) {
    List<Interaction> rules =
        exclusions.stream().filter(i -> i.period() == Interaction.Period.MONTH).toList();
    List<Evaluated> here =
        candidates.stream()
            .filter(e -> e.lines.stream().anyMatch(l -> counts(e, l, month)))
            .toList();
    for (List<Evaluated> knot : knots(here, rules)) {
      Set<Evaluated> kept = best(knot, rules, month);
      for (Evaluated loser : knot) {
        if (!kept.contains(loser)) {
          loser.displace(loser.lines.stream().filter(l -> counts(loser, l, month)).toList());
          Loss loss = lost(loser, kept, rules);
          losses
              .computeIfAbsent(
                  loser.scheme.id() + loser.subject.path() + "/" + loss.winner.scheme.id(),
                  k -> loss)
              .months
              .add(Raw.date(month).toString().substring(0, 7));
        }
      }
    }
  }

  private static boolean counts(Evaluated e, Line line, long month) {
    return line.moment.month() == month && line.result.favourable() && !e.displaced.contains(line);
  }

  private static Loss lost(Evaluated loser, Set<Evaluated> kept, List<Interaction> rules) {
    for (Interaction rule : rules) {
      for (Evaluated winner : kept) {
        if (conflict(loser, winner, rule)) {
          return new Loss(loser, winner, rule);
        }
      }
    }
    throw new IllegalStateException("a scheme was displaced by none");
  }

  private static boolean conflict(Evaluated a, Evaluated b, Interaction rule) {
    return a != b
        && rule.schemes().contains(a.scheme.id())
        && rule.schemes().contains(b.scheme.id())
        && (rule.within() == Interaction.Within.CASE || a.subject.name().equals(b.subject.name()));
  }

  private static boolean conflict(Evaluated a, Evaluated b, List<Interaction> rules) {
    return rules.stream().anyMatch(r -> conflict(a, b, r));
  }

  /** Groups of candidates bound to one another by exclusions, each of two or more. */
  private static List<List<Evaluated>> knots(List<Evaluated> candidates, List<Interaction> rules) {
    List<List<Evaluated>> knots = new ArrayList<>();
    Set<Evaluated> placed = new LinkedHashSet<>();
    for (Evaluated start : candidates) {
      if (placed.add(start)) {
        List<Evaluated> knot = new ArrayList<>(List.of(start));
        for (int i = 0; i < knot.size(); i++) {
          for (Evaluated other : candidates) {
            if (!placed.contains(other) && conflict(knot.get(i), other, rules)) {
              placed.add(other);
              knot.add(other);
            }
          }
        }
        if (knot.size() > 1) {
          knots.add(knot);
        }
      }
    }
    return knots;
  }

  private static int declared(Evaluated e, List<Interaction> rules) {
    int place = 0;
    for (Interaction rule : rules) {
      int at = rule.schemes().indexOf(e.scheme.id());
      if (at >= 0) {
        return place + at;
      }
      place += rule.schemes().size();
    }
    return place;
  }

  private static Set<Evaluated> best(List<Evaluated> knot, List<Interaction> rules, long month) {
    List<Evaluated> order = new ArrayList<>(knot);
    order.sort(java.util.Comparator.comparingInt(e -> declared(e, rules)));
    List<Ratio> worths = new ArrayList<>();
    for (Evaluated e : order) {
      Ratio worth = e.worth(month);
      if (worth == null || order.size() > MOST) {
        List<String> names = order.stream().map(o -> o.scheme.id()).distinct().toList();
        order.forEach(o -> names.forEach(o::choose));
        return new LinkedHashSet<>(knot);
      }
      worths.add(worth);
    }
    int bestSet = 0;
    Ratio bestWorth = Ratio.ZERO;
    for (int set = 1; set < 1 << order.size(); set++) {
      // The first declared is the highest bit: of equals the larger number holds the earlier ones.
      int bits = Integer.reverse(set) >>> (32 - order.size());
      if (allowed(bits, order, rules)) {
        Ratio worth = worth(bits, worths);
        int better = worth.compareTo(bestWorth);
        if (better > 0 || better == 0 && set > Integer.reverse(bestSet) >>> (32 - order.size())) {
          bestWorth = worth;
          bestSet = bits;
        }
      }
    }
    Set<Evaluated> kept = new LinkedHashSet<>();
    for (int i = 0; i < order.size(); i++) {
      if ((bestSet >> i & 1) == 1) {
        kept.add(order.get(i));
      }
    }
    return kept;
  }

  private static boolean allowed(int bits, List<Evaluated> order, List<Interaction> rules) {
    for (int a = 0; a < order.size(); a++) {
      for (int b = a + 1; b < order.size(); b++) {
        if ((bits >> a & 1) == 1
            && (bits >> b & 1) == 1
            && conflict(order.get(a), order.get(b), rules)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Ratio worth(int bits, List<Ratio> worths) {
    Ratio total = Ratio.ZERO;
    for (int i = 0; i < worths.size(); i++) {
      if ((bits >> i & 1) == 1) {
        total = total.plus(worths.get(i));
      }
    }
    return total;
  }
}
