package huice.engine;

import huice.model.Assessment;
import huice.model.Case;
import huice.model.Interaction;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Release;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A release ready to decide. Immutable; safe to share between threads. */
public final class CompiledRelease {
  /** Checked a second time, of all cases. */
  private static final int ONE_IN = 1000;

  /** More sets of schemes, or days, than these are not kept. */
  private static final int MOST_KEPT = 256;

  private record When(long on, long month, boolean tracing) {}

  private final Release source;
  private final Seating.Seated seated;
  private final Map<String, Scheme> schemes = new LinkedHashMap<>();
  private final List<SchemeInfo> infos;
  private final Map<String, String> drl;
  private final Probes probes;
  private final ParametersInForce parameters;
  private final Interplay interplay;
  private final List<Interaction> interactions;
  private final Map<String, Node> emptyRoots;
  private final boolean readsEarlier;
  private final Checks checks;
  private final Map<Set<String>, Plan> plans = new ConcurrentHashMap<>();
  private final Map<When, Then> thens = new ConcurrentHashMap<>();
  private final Kindred[] kindred;

  CompiledRelease(
      Release source,
      Seating.Seated seated,
      List<SchemeInfo> infos,
      Map<String, String> drl,
      Probes probes,
      ParametersInForce parameters) {
    this(source, seated, infos, drl, probes, parameters, new Checks(ONE_IN));
  }

  private CompiledRelease(
      Release source,
      Seating.Seated seated,
      List<SchemeInfo> infos,
      Map<String, String> drl,
      Probes probes,
      ParametersInForce parameters,
      Checks checks) {
    this.source = source;
    this.seated = seated;
    seated.layers().forEach(layer -> layer.forEach(s -> schemes.put(s.id(), s)));
    this.infos = List.copyOf(infos);
    this.drl = Map.copyOf(drl);
    this.probes = probes;
    this.parameters = parameters;
    this.interactions = source.packs().stream().flatMap(p -> p.interactions().stream()).toList();
    this.interplay = new Interplay(interactions);
    this.emptyRoots = Subject.empty(source.dictionary());
    this.readsEarlier = schemes.values().stream().anyMatch(Scheme::readsEarlier);
    this.checks = checks;
    this.kindred = new Kindred[seated.kinds()];
    schemes
        .values()
        .forEach(
            s -> kindred[s.seat().group().kind()] = new Kindred(s.subject(), source.dictionary()));
  }

  /** The same release deciding by other probes: for the cross-check. */
  CompiledRelease with(Probes other) {
    return new CompiledRelease(source, seated, infos, drl, other, parameters);
  }

  /** The same release, one case in so many checked a second time. */
  CompiledRelease checkingOneIn(int many) {
    return new CompiledRelease(source, seated, infos, drl, probes, parameters, new Checks(many));
  }

  /**
   * How many outcomes came out otherwise when their case was assessed a second time in ordinary
   * sessions of Drools, since the release was compiled: our fault, each was told as not evaluated.
   */
  public long differences() {
    return checks.differences();
  }

  /** How many cases were assessed a second time so. */
  public long checked() {
    return checks.checked();
  }

  public Release source() {
    return source;
  }

  /** The digest of all files of the release. */
  public String digest() {
    return source.digest();
  }

  /** All schemes, packs and files in order. */
  public List<SchemeInfo> schemes() {
    return infos;
  }

  /**
   * The forms of measure, with their versions, that these schemes and those they read or interact
   * with read by; of all schemes when none is named.
   */
  public SortedMap<String, Integer> measures(Set<String> asked) {
    SortedMap<String, Integer> forms = new TreeMap<>();
    for (String id : closure(asked.isEmpty() ? schemes.keySet() : asked)) {
      Scheme scheme = schemes.get(id);
      if (scheme != null) {
        forms.putAll(scheme.measures());
      }
    }
    return forms;
  }

  /** The restricted DRL of a scheme, line for line as the officer's file; empty when unknown. */
  public String drl(String scheme) {
    return drl.getOrDefault(scheme, "");
  }

  /**
   * What the rules make of a case. Never throws for a case read by the dictionary of this release.
   */
  public Assessment assess(Case asked, Ask ask) {
    return assess(asked, ask, asked.on());
  }

  /** As {@link #assess(Case, Ask)}, with knowledge taken to reach to {@code known} only. */
  Assessment assess(Case asked, Ask ask, LocalDate known) {
    Set<String> wanted = ask.schemes().isEmpty() ? schemes.keySet() : ask.schemes();
    Assessing assessing = new Assessing(this, asked, known, ask.reasons());
    OutcomeWriter writer =
        new OutcomeWriter(this, ask, assessing.monthsFollowTheDay(), new Outlook(assessing));
    List<Outcome> outcomes =
        evaluated(assessing, plan(wanted), true).stream().map(writer::outcome).toList();
    return new Assessment(asked.on(), digest(), outcomes);
  }

  /**
   * What the rules make of many cases in brief, in the cases' order: the same results, truths,
   * amounts and days as {@link #assess(Case, Ask)} gives with reasons. {@code wanted} are schemes
   * by id, empty for all; monthly schemes are asked for the months of each case.
   */
  public List<List<Brief>> brief(List<Case> cases, Set<String> wanted) {
    Plan plan = plan(wanted.isEmpty() ? schemes.keySet() : wanted);
    List<List<Brief>> all = new ArrayList<>(cases.size());
    for (Case each : cases) {
      Assessing assessing = new Assessing(this, each, each.on(), false);
      List<Evaluated> decided = evaluated(assessing, plan, false);
      List<Brief> briefs = new ArrayList<>(decided.size());
      for (Evaluated one : decided) {
        briefs.add(one.brief(assessing.monthsFollowTheDay()));
      }
      all.add(briefs);
    }
    return all;
  }

  private List<Evaluated> evaluated(Assessing assessing, Plan plan, boolean worded) {
    List<Evaluated> decided = plan.evaluate(assessing, interplay, worded);
    checks.check(
        decided, assessing.content(), () -> plan.evaluate(assessing.ordinary(), interplay, false));
    return decided;
  }

  private Plan plan(Set<String> wanted) {
    Plan plan = plans.get(wanted);
    if (plan == null) {
      if (plans.size() >= MOST_KEPT) {
        plans.clear();
      }
      plan = new Plan(seated.layers(), infos, wanted, closure(wanted));
      plans.put(Set.copyOf(wanted), plan);
    }
    return plan;
  }

  /** What is the same for every case on a day and for a month. */
  Then then(long on, long month, boolean tracing) {
    When when = new When(on, month, tracing);
    Then then = thens.get(when);
    if (then == null) {
      if (thens.size() >= MOST_KEPT) {
        thens.clear();
      }
      then = thens.computeIfAbsent(when, k -> new Then(seated.ofDay()));
    }
    return then;
  }

  /** What finds the subjects of a kind. */
  Kindred kindred(int kind) {
    return kindred[kind];
  }

  /** The schemes asked for, those they read, and those they interact with. */
  private Set<String> closure(Set<String> wanted) {
    if (wanted.size() == schemes.size()) {
      return wanted;
    }
    Set<String> needed = new HashSet<>();
    List<String> open = new ArrayList<>(wanted);
    for (int i = 0; i < open.size(); i++) {
      Scheme scheme = schemes.get(open.get(i));
      if (scheme != null && needed.add(scheme.id())) {
        open.addAll(scheme.info().schemes());
        for (Interaction interaction : interactions) {
          if (interaction.schemes().contains(scheme.id())) {
            open.addAll(interaction.schemes());
          }
        }
      }
    }
    return needed;
  }

  boolean shareCounter(String a, String b) {
    for (Interaction interaction : interactions) {
      if (interaction.kind() == Interaction.Kind.COUNTER
          && interaction.schemes().contains(a)
          && interaction.schemes().contains(b)) {
        return true;
      }
    }
    return false;
  }

  @Nullable Scheme scheme(String id) {
    return schemes.get(id);
  }

  Probes probes() {
    return probes;
  }

  ParametersInForce parameters() {
    return parameters;
  }

  int groups() {
    return seated.groups();
  }

  int kinds() {
    return seated.kinds();
  }

  /** Whether any scheme reads the months before. */
  boolean readsEarlier() {
    return readsEarlier;
  }

  Map<String, Node> emptyRoots() {
    return emptyRoots;
  }

  /** All versions, for the cross-check build. */
  List<Version> versions() {
    return schemes.values().stream().flatMap(s -> s.versions().stream()).toList();
  }
}
