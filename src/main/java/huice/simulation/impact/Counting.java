package huice.simulation.impact;

import huice.engine.Brief;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.SubjectKind;
import huice.simulation.impact.Telling.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides some parties under both releases and counts what differs. Thread-safe. */
final class Counting {
  private final CompiledRelease before;
  private final CompiledRelease after;
  private final Report report;
  private final Set<String> schemes;
  private final Worths worthsBefore;
  private final Worths worthsAfter;
  private final Map<String, SubjectKind> kinds = new HashMap<>();
  private final boolean oneReading;

  Counting(CompiledRelease before, CompiledRelease after, Report report, Set<String> schemes) {
    this.before = before;
    this.after = after;
    this.report = report;
    this.schemes = schemes;
    this.worthsBefore = new Worths(before);
    this.worthsAfter = new Worths(after);
    kinds(before);
    kinds(after);
    this.oneReading = Comparison.sameWords(words(before), words(after));
  }

  private void kinds(CompiledRelease release) {
    for (SchemeInfo scheme : release.schemes()) {
      SubjectKind kind = words(release).subjects().get(scheme.subject());
      if (kind != null) {
        kinds.put(scheme.id(), kind);
      }
    }
  }

  private static Dictionary words(CompiledRelease release) {
    return release.source().dictionary();
  }

  int cases() {
    return report.cases();
  }

  /** Adds what the parties from one number to another come to. */
  void count(People people, int from, int to, Counted counted) {
    List<Party> now = people.read(from, to, words(after));
    List<Party> old = oneReading ? now : people.read(from, to, words(before));
    List<Integer> read = new ArrayList<>();
    List<Case> casesBefore = new ArrayList<>();
    List<Case> casesAfter = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Case first = old.get(i).given();
      Case second = now.get(i).given();
      if (first == null || second == null) {
        counted.unreadable();
      } else {
        read.add(i);
        casesBefore.add(first);
        casesAfter.add(second);
      }
    }
    List<List<Brief>> briefsBefore = before.brief(casesBefore, schemes);
    List<List<Brief>> briefsAfter = after.brief(casesAfter, schemes);
    for (int k = 0; k < read.size(); k++) {
      int i = read.get(k);
      new One(now.get(i), from + i, casesBefore.get(k), casesAfter.get(k), counted)
          .count(briefsBefore.get(k), briefsAfter.get(k));
    }
  }

  /** One party. */
  private final class One {
    private final Party party;
    private final int number;
    private final Case givenBefore;
    private final Case givenAfter;
    private final Counted counted;
    private final Map<String, Change> most = new LinkedHashMap<>();

    One(Party party, int number, Case givenBefore, Case givenAfter, Counted counted) {
      this.party = party;
      this.number = number;
      this.givenBefore = givenBefore;
      this.givenAfter = givenAfter;
      this.counted = counted;
    }

    void count(List<Brief> old, List<Brief> now) {
      Map<String, Brief> left = new LinkedHashMap<>();
      for (Brief brief : old) {
        if (counts(brief)) {
          left.put(key(brief), brief);
        }
      }
      for (Brief brief : now) {
        if (counts(brief)) {
          count(left.remove(key(brief)), brief);
        }
      }
      left.values().forEach(brief -> count(brief, null));
      most.forEach(
          (scheme, change) -> counted.tally(scheme).person(report.groupings(), party, change));
    }

    private boolean counts(Brief brief) {
      return Comparison.counts(kinds.get(brief.scheme()), party);
    }

    private void count(@Nullable Brief old, @Nullable Brief now) {
      Brief any = now == null ? Objects.requireNonNull(old) : now;
      Worth was = worthsBefore.of(old, givenBefore);
      Worth is = worthsAfter.of(now, givenAfter);
      Change change = Change.of(old, was, now, is);
      counted.tally(any.scheme()).add(old, was, now, is, change);
      most.merge(any.scheme(), change, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      if (change != Change.SAME) {
        String subject = Objects.requireNonNullElse(any.subject(), "");
        counted
            .telling()
            .add(new Candidate(any.scheme(), subject, change, Worth.apart(was, is), number));
      }
    }
  }

  private static String key(Brief brief) {
    return brief.scheme() + "\n" + brief.subject();
  }
}
