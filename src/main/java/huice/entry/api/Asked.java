package huice.entry.api;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.api.ProblemDetails.Fault;
import huice.explain.Nearest;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the query of a check asks for: which schemes, and how much of the reasons. */
record Asked(Ask ask, Reasons reasons) {
  /** How much of the reasons is wanted. */
  enum Reasons {
    /** Conditions with all that was seen, the arithmetic, what is missing. */
    FULL,
    /** Conditions with their results, and what is missing; no values, parameters or arithmetic. */
    BRIEF,
    /** Outcomes and amounts only, without the arithmetic. */
    NONE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Reasons> parse(String word) {
      return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }
  }

  static final Asked EVERYTHING = new Asked(Ask.all(), Reasons.FULL);

  /**
   * Reads the query against the schemes of a release.
   *
   * @param unknown the faults of parameters that do not exist
   * @throws Refused naming every fault of the query
   */
  static Asked of(
      CompiledRelease release,
      @Nullable String schemes,
      @Nullable String reasons,
      List<Fault> unknown) {
    if (schemes == null && reasons == null && unknown.isEmpty()) {
      return EVERYTHING;
    }
    List<Fault> faults = new ArrayList<>(unknown);
    Set<String> wanted = schemes == null ? Set.of() : schemes(release, schemes, faults);
    Reasons depth = reasons == null ? Reasons.FULL : reasons(reasons, faults);
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
    return new Asked(new Ask(wanted, depth != Reasons.NONE, true), depth);
  }

  private static Set<String> schemes(CompiledRelease release, String list, List<Fault> faults) {
    List<String> known = release.schemes().stream().map(SchemeInfo::id).toList();
    Set<String> wanted = new LinkedHashSet<>();
    for (String part : list.split(",", -1)) {
      String scheme = part.strip();
      if (known.contains(scheme)) {
        wanted.add(scheme);
      } else {
        faults.add(unknown(scheme, known));
      }
    }
    return wanted;
  }

  private static Fault unknown(String scheme, List<String> known) {
    return Fault.inQuery(
        "schemes", Text.of("没有这个项目", "there is no such scheme"), Nearest.instead(scheme, known));
  }

  private static Reasons reasons(String word, List<Fault> faults) {
    Optional<Reasons> reasons = Reasons.parse(word);
    if (reasons.isEmpty()) {
      String words =
          Arrays.stream(Reasons.values()).map(Reasons::word).collect(Collectors.joining("|"));
      faults.add(
          Fault.inQuery(
              "reasons",
              Text.of("没有这种说明", "there is no such form of reasons"),
              Text.of("写 " + words, "write " + words)));
    }
    return reasons.orElse(Reasons.FULL);
  }
}
