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
import org.jspecify.annotations.Nullable;

/** A release ready to decide. Immutable; safe to share between threads. */
public final class CompiledRelease {
  private final Release source;
  private final List<List<Scheme>> layers;
  private final Map<String, Scheme> schemes = new LinkedHashMap<>();
  private final List<SchemeInfo> infos;
  private final Map<String, String> drl;
  private final Probes probes;
  private final ParametersInForce parameters;
  private final Interplay interplay;
  private final List<Interaction> interactions;
  private final Map<String, Node> emptyRoots;

  CompiledRelease(
      Release source,
      List<List<Scheme>> layers,
      List<SchemeInfo> infos,
      Map<String, String> drl,
      Probes probes,
      ParametersInForce parameters) {
    this.source = source;
    this.layers = layers.stream().map(List::copyOf).toList();
    this.layers.forEach(layer -> layer.forEach(s -> schemes.put(s.id(), s)));
    this.infos = List.copyOf(infos);
    this.drl = Map.copyOf(drl);
    this.probes = probes;
    this.parameters = parameters;
    this.interactions = source.packs().stream().flatMap(p -> p.interactions().stream()).toList();
    this.interplay = new Interplay(interactions);
    this.emptyRoots = Subject.empty(source.dictionary());
  }

  /** The same release deciding by other probes: for the cross-check. */
  CompiledRelease with(Probes other) {
    return new CompiledRelease(source, layers, infos, drl, other, parameters);
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
        new OutcomeWriter(
            this, ask, assessing.monthsFollowTheDay(), new Outlook(this, asked, known));
    List<Outcome> outcomes = evaluated(assessing, wanted).stream().map(writer::outcome).toList();
    return new Assessment(asked.on(), digest(), outcomes);
  }

  /**
   * What the rules make of many cases in brief, in the cases' order: the same results, truths,
   * amounts and days as {@link #assess(Case, Ask)} gives with reasons. {@code wanted} are schemes
   * by id, empty for all; monthly schemes are asked for the months of each case.
   */
  public List<List<Brief>> brief(List<Case> cases, Set<String> wanted) {
    Set<String> asked = wanted.isEmpty() ? schemes.keySet() : wanted;
    List<List<Brief>> all = new ArrayList<>(cases.size());
    for (Case each : cases) {
      Assessing assessing = new Assessing(this, each, each.on(), false);
      boolean follow = assessing.monthsFollowTheDay();
      all.add(evaluated(assessing, asked).stream().map(e -> e.brief(follow)).toList());
    }
    return all;
  }

  /** The wanted schemes of each subject decided, in the order of the files. */
  private List<Evaluated> evaluated(Assessing assessing, Set<String> wanted) {
    Set<String> needed = closure(wanted);
    List<Evaluated> all = new ArrayList<>();
    long on = assessing.asked().on().toEpochDay();
    for (List<Scheme> layer : layers) {
      List<Scheme> here = layer.stream().filter(s -> needed.contains(s.id())).toList();
      assessing.decide(here, on);
      for (Scheme scheme : here) {
        for (Subject subject : assessing.subjects(scheme)) {
          List<Line> lines = new ArrayList<>();
          for (long month : assessing.months(scheme, on)) {
            lines.add(assessing.line(scheme, subject, on, month));
          }
          all.add(new Evaluated(scheme, subject, lines, parameters));
        }
      }
    }
    interplay.resolve(all);
    List<Evaluated> inOrder = new ArrayList<>();
    for (SchemeInfo info : infos) {
      if (wanted.contains(info.id())) {
        all.stream().filter(e -> e.scheme.id().equals(info.id())).forEach(inOrder::add);
      }
    }
    return inOrder;
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

  Map<String, Node> emptyRoots() {
    return emptyRoots;
  }

  /** All versions, for the cross-check build. */
  List<Version> versions() {
    return schemes.values().stream().flatMap(s -> s.versions().stream()).toList();
  }
}
