package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.GivenUp;
import huice.model.Outcome;
import huice.model.Release;
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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about the rows of a list: what they call their subject, and what excludes what. */
class RowSubjectsTest {
  private static final String RULE =
      """
      rule "%s"
      @kind("待遇")
      @subject("灯")
      @clause("一")
      @since("2024-01-01")
      when
      Case( value("subject.lit_%s") == true )
      then
      pay.amount(value("subject.pays_%s"));
      end
      """;

  @TempDir Path root;

  @BeforeEach
  void pack() throws IOException {
    write(
        "policies/facts/subjects.yaml",
        "roots: {hall: hall}\nsubjects:\n  lamp: {label: {zh: 灯, en: lamp}, rows: hall.lamps}\n");
    write("policies/facts/registers.yaml", "registers: {}\n");
    write(
        "policies/facts/hall.yaml",
        """
        entity: hall
        label: {zh: 厅, en: Hall}
        lists:
          lamps: {entity: lamp, label: {zh: 灯, en: Lamps}, question: {zh: 有哪些灯？, en: Which lamps?}}
        """);
    StringBuilder lamp = new StringBuilder("entity: lamp\nlabel: {zh: 灯, en: Lamp}\nfacts:\n");
    for (String one : List.of("a", "b")) {
      lamp.append("  lit_" + one + fact("yes/no")).append("  pays_" + one + fact("money"));
      write("rules/plan/" + one + one + ".drl", RULE.formatted("项目" + one, one, one));
    }
    write("policies/facts/lamp.yaml", lamp.toString());
    write(
        "policies/plan/policy.yaml",
        "title: {zh: 办法, en: Plan}\nauthority: 县\nstatus: in force\nfrom: 2024-01-01\n");
    write(
        "policies/plan/clauses.yaml",
        "clauses:\n  一: {gloss: all, kind: benefit, schemes: [aa, bb]}\n");
    write("rules/vocabulary.dsl", "[keyword]规则 {x}=rule \"{x}\"\n");
  }

  private static String fact(String type) {
    return ":\n    label: {zh: 亮, en: Lit}\n    question: {zh: 亮吗？, en: Is it lit}\n    type: "
        + type
        + "\n    sources: [person]\n    changes: person\n";
  }

  /** What stands of the two lamps, by lamp, and what was given up for what. */
  private Map<String, String> standing(String within) throws IOException {
    write(
        "policies/plan/interactions.yaml",
        "interactions:\n  - {name: 不同享, kind: exclusion, period: ever, within: "
            + within
            + ", schemes: [aa, bb], clause: 一}\n");
    Release release = Objects.requireNonNull(Packs.load(root).release());
    Compilation compilation = Engine.compile(release);
    assertThat(compilation.problems()).isEmpty();
    String yaml =
        """
        on: 2025-03-10
        facts:
          hall:
            lamps:
              complete_to: 2025-03-10
              rows:
                - {lit_a: true, pays_a: "100", lit_b: true, pays_b: "300"}
                - {lit_a: true, pays_a: "200", lit_b: true, pays_b: "50"}
        """;
    Case asked =
        Objects.requireNonNull(
            CaseReader.read(
                    release.dictionary(),
                    Objects.requireNonNull(
                        Trees.yaml(yaml.getBytes(StandardCharsets.UTF_8)).tree()))
                .given());
    Map<String, String> standing = new TreeMap<>();
    for (Outcome outcome :
        Objects.requireNonNull(compilation.release()).assess(asked, Ask.all()).outcomes()) {
      assertThat(outcome.outcome().favourable()).isTrue();
      String lost =
          outcome.givenUp().stream().map(GivenUp::because).reduce("", (x, y) -> x + " for " + y);
      standing.put(outcome.subject() + " " + outcome.scheme(), lost.strip());
    }
    return standing;
  }

  @Test
  void an_exclusion_within_a_subject_leaves_each_row_its_best() throws IOException {
    assertThat(standing("subject"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "lamp hall.lamps[0] aa", "for bb",
                "lamp hall.lamps[0] bb", "",
                "lamp hall.lamps[1] aa", "",
                "lamp hall.lamps[1] bb", "for aa"));
  }

  @Test
  void an_exclusion_within_a_case_leaves_one_of_all_rows() throws IOException {
    assertThat(standing("case").values()).containsOnlyOnce("");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }
}
