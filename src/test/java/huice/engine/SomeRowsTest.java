package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Release;
import huice.model.Result;
import huice.policy.CaseReader;
import huice.policy.Packs;
import huice.policy.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subjects that are some rows of a list, by a choice of the row. */
class SomeRowsTest {
  private static final String RULE =
      """
      rule "%1$s"
      @kind("%2$s")
      @subject("修灯")
      @clause("一")
      @since("2024-01-01")
      when
      Case( value("subject.broken") == true )
      then
      %3$s
      end
      """;

  private static final String IN = "kind: lamp";
  private static final String OUT = "kind: wick";
  private static final String NONE = "kind: none";

  /** Whatever leaves it open of which kind the row is. */
  private static final List<String> OPEN =
      List.of(
          "",
          "kind: {conflict: [{value: lamp, source: person}, {value: wick, source: ledger}]}",
          "kind: {conflict: [{value: glass, source: person}, {value: wick, source: ledger}]}",
          weak("wick"));

  private static final List<String> FACTS = List.of("broken: true", "broken: false", "");

  @TempDir Path root;
  CompiledRelease compiled;
  Release release;

  private static String weak(String kind) {
    return "kind: {value: " + kind + ", source: ledger, quality: estimated}";
  }

  @BeforeEach
  void pack() throws IOException {
    write("policies/facts/registers.yaml", "registers: {}\n");
    write(
        "policies/facts/hall.yaml",
        """
        entity: hall
        label: {zh: 厅, en: Hall}
        lists:
          asked: {entity: repair, label: {zh: 申请, en: Asked}, question: {zh: 申请？, en: Which?}}
        """);
    write(
        "policies/facts/repair.yaml",
        """
        entity: repair
        label: {zh: 修理, en: Repair}
        facts:
          kind:
            label: {zh: 修什么, en: What}
            question: {zh: 修什么？, en: What?}
            type: choice
            choices: {lamp: {zh: 灯, en: lamp}, wick: {zh: 灯芯, en: wick}, glass: {zh: 罩, en: glass}}
            sources: [person, ledger]
            changes: person
          broken:
            label: {zh: 坏了, en: Broken}
            question: {zh: 坏了吗？, en: Broken?}
            type: yes/no
            sources: [person, ledger]
            changes: person
        """);
    write("rules/plan/pay.drl", RULE.formatted("修灯补贴", "待遇", "pay.note(\"修\");"));
    write("rules/plan/duty.drl", RULE.formatted("修灯义务", "义务", "pay.note(\"修\");"));
    write("rules/plan/offer.drl", RULE.formatted("修灯服务", "服务", "pay.note(\"修\");"));
    write(
        "policies/plan/policy.yaml",
        "title: {zh: 办法, en: Plan}\nauthority: 县\nstatus: in force\nfrom: 2024-01-01\n");
    write(
        "policies/plan/clauses.yaml",
        "clauses:\n  一: {gloss: all, kind: benefit, schemes: [pay, duty, offer]}\n");
    write("rules/vocabulary.dsl", "[keyword]规则 {x}=rule \"{x}\"\n");
    compile("where: {kind: [lamp]}");
  }

  private void compile(String where) throws IOException {
    write(
        "policies/facts/subjects.yaml",
        "roots: {hall: hall}\nsubjects:\n"
            + "  repair: {label: {zh: 修灯, en: repair}, rows: hall.asked, "
            + where
            + "}\n");
    release = Objects.requireNonNull(Packs.load(root).release());
    Compilation compilation = Engine.compile(release);
    assertThat(compilation.problems()).isEmpty();
    compiled = Objects.requireNonNull(compilation.release());
  }

  private List<Outcome> outcomes(String scheme, String... rows) {
    StringBuilder yaml =
        new StringBuilder("on: 2025-03-10\nfacts:\n  hall:\n    asked:\n      rows:\n");
    for (String row : rows) {
      yaml.append("        - {").append(row.replaceAll("^, |, $", "")).append("}\n");
    }
    Case asked =
        Objects.requireNonNull(
            CaseReader.read(
                    release.dictionary(),
                    Objects.requireNonNull(
                        Trees.yaml(yaml.toString().getBytes(StandardCharsets.UTF_8)).tree()))
                .given(),
            yaml::toString);
    return compiled.assess(asked, Ask.all()).outcomes().stream()
        .filter(o -> o.scheme().equals(scheme))
        .toList();
  }

  private @Nullable Result result(String scheme, String kind, String fact) {
    return outcomes(scheme, kind + ", " + fact).stream()
        .map(Outcome::outcome)
        .findFirst()
        .orElse(null);
  }

  @Test
  void a_row_known_to_be_of_another_kind_has_no_outcome() {
    for (String fact : FACTS) {
      assertThat(result("offer", OUT, fact)).isNull();
      assertThat(result("offer", NONE, fact)).isNull();
    }
    assertThat(outcomes("offer", OUT, IN + ", broken: true", OUT))
        .extracting(Outcome::subject)
        .containsExactly("repair hall.asked[1]");
  }

  @Test
  void a_row_of_a_listed_kind_is_as_without_the_choice() throws IOException {
    compile("where: {kind: [灯, wick]}");
    for (String kind : List.of(IN, OUT)) {
      assertThat(result("pay", kind, "broken: true")).isEqualTo(Result.ELIGIBLE);
      assertThat(result("pay", kind, "broken: false")).isEqualTo(Result.NOT_ELIGIBLE);
      assertThat(result("duty", kind, "broken: false")).isEqualTo(Result.NOT_KEPT);
      assertThat(result("offer", kind, "")).isEqualTo(Result.NEEDS_INFO);
    }
  }

  @Test
  void a_row_whose_kind_is_open_stays_and_asks_for_it() {
    for (String kind : OPEN) {
      for (String scheme : List.of("pay", "duty", "offer")) {
        Outcome outcome = outcomes(scheme, kind + ", broken: true").get(0);
        assertThat(outcome.outcome()).as(scheme + kind).isEqualTo(Result.NEEDS_INFO);
        assertThat(outcome.missing())
            .extracting(Missing::fact)
            .containsExactly("hall.asked[0].kind");
      }
      assertThat(result("offer", kind, "broken: false")).isEqualTo(Result.NOT_DUE);
    }
  }

  @Test
  void likely_evidence_carries_what_is_in_someones_favour_only() {
    assertThat(result("pay", weak("lamp"), "broken: true")).isEqualTo(Result.ELIGIBLE);
    assertThat(result("offer", weak("lamp"), "broken: true")).isEqualTo(Result.DUE);
    assertThat(result("pay", weak("lamp"), "broken: false")).isEqualTo(Result.NEEDS_INFO);
    assertThat(result("duty", weak("lamp"), "broken: false")).isEqualTo(Result.NEEDS_INFO);
  }

  @Test
  void evidence_that_has_run_out_takes_no_row_away() {
    String until = "kind: {value: wick, source: ledger, until: 2025-03-%s}";
    assertThat(result("offer", until.formatted("10"), "broken: true")).isNull();
    assertThat(result("offer", until.formatted("09"), "broken: true")).isEqualTo(Result.NEEDS_INFO);
  }

  @Test
  void knowing_the_kind_takes_away_nothing_settled_but_what_is_not_due() {
    for (String scheme : List.of("pay", "duty", "offer")) {
      for (String fact : FACTS) {
        Result open = Objects.requireNonNull(result(scheme, "", fact));
        assertThat(open.adverse()).as(scheme + fact).isFalse();
        if (open.settled()) {
          assertThat(open).as(scheme + fact).isEqualTo(Result.NOT_DUE);
          assertThat(result(scheme, IN, fact)).as(scheme + fact).isEqualTo(open);
        }
      }
    }
  }

  @Test
  void the_choice_counts_as_read_and_is_part_of_the_digest() throws IOException {
    SchemeInfo before = compiled.schemes().get(0);
    assertThat(before.facts()).contains("repair.kind");
    compile("where: {kind: [lamp, glass]}");
    assertThat(compiled.schemes().get(0).digest()).isNotEqualTo(before.digest());
    assertThat(Map.of(before.id(), before.facts()))
        .isEqualTo(Map.of(before.id(), compiled.schemes().get(0).facts()));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
