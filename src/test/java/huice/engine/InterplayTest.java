package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Assessment;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Release;
import huice.policy.CaseReader;
import huice.policy.Packs;
import huice.policy.Trees;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exclusions between made-up schemes, against every combination tried by hand. */
class InterplayTest {
  private static final int SCHEMES = 6;

  @TempDir Path root;

  private record Group(String period, List<Integer> schemes) {}

  private record World(List<Integer> amounts, List<Group> groups, CompiledRelease release) {}

  @Test
  void what_is_left_is_worth_as_much_as_any_allowed_combination() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      World world = world(random, false);
      Set<Integer> eligible = new HashSet<>();
      for (int i = 0; i < SCHEMES; i++) {
        if (random.nextInt(4) > 0) {
          eligible.add(i);
        }
      }
      Assessment assessment = world.release().assess(asked(world, eligible), Ask.all());
      Set<Integer> kept = new HashSet<>();
      int worth = 0;
      for (Outcome outcome : assessment.outcomes()) {
        int place = outcome.scheme().charAt(0) - 'a';
        assertThat(outcome.outcome().favourable()).isEqualTo(eligible.contains(place));
        if (outcome.outcome().favourable() && outcome.givenUp().isEmpty()) {
          kept.add(place);
          worth +=
              Objects.requireNonNull(Objects.requireNonNull(outcome.amount()).value())
                  .intValueExact();
        } else if (outcome.outcome().favourable()) {
          assertThat(outcome.amount()).isNull();
          assertThat(kept(outcome.givenUp().get(0).because())).isIn(eligible);
          assertThat(outcome.givenUp().get(0).reason().zh())
              .contains("按更有利的一项")
              .doesNotContain("本人");
        }
      }
      assertThat(allowed(kept, world.groups())).as("round %s", round).isTrue();
      assertThat(worth).as("round %s", round).isEqualTo(best(eligible, world));
    }
  }

  @Test
  void where_an_amount_is_not_set_nothing_is_displaced_and_the_person_chooses() throws IOException {
    Random random = new Random(5);
    World world = world(random, true);
    Set<Integer> eligible = Set.of(0, 1, 2, 3, 4, 5);
    for (Outcome outcome : world.release().assess(asked(world, eligible), Ask.all()).outcomes()) {
      if (outcome.scheme().charAt(0) <= 'c') {
        assertThat(outcome.givenUp()).isEmpty();
        assertThat(outcome.choose()).containsExactly("aa", "bb", "cc");
      }
    }
  }

  private static int kept(String scheme) {
    return scheme.charAt(0) - 'a';
  }

  private static int best(Set<Integer> eligible, World world) {
    int best = 0;
    for (int bits = 0; bits < 1 << SCHEMES; bits++) {
      Set<Integer> chosen = new HashSet<>();
      int worth = 0;
      for (int i = 0; i < SCHEMES; i++) {
        if ((bits >> i & 1) == 1) {
          chosen.add(i);
          worth += world.amounts().get(i);
        }
      }
      if (eligible.containsAll(chosen) && allowed(chosen, world.groups())) {
        best = Math.max(best, worth);
      }
    }
    return best;
  }

  private static boolean allowed(Set<Integer> chosen, List<Group> groups) {
    return groups.stream()
        .allMatch(g -> g.schemes().stream().filter(chosen::contains).count() <= 1);
  }

  private static Case asked(World world, Set<Integer> eligible) {
    StringBuilder yaml = new StringBuilder("on: 2025-03-10\nfacts:\n  worker:\n");
    for (int i = 0; i < SCHEMES; i++) {
      yaml.append("    fits_")
          .append((char) ('a' + i))
          .append(": ")
          .append(eligible.contains(i))
          .append('\n');
    }
    return Objects.requireNonNull(
        CaseReader.read(
                world.release().source().dictionary(),
                Objects.requireNonNull(
                    Trees.yaml(yaml.toString().getBytes(StandardCharsets.UTF_8)).tree()))
            .given());
  }

  private World world(Random random, boolean unset) throws IOException {
    List<Integer> amounts = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    boolean monthly = !unset && random.nextBoolean();
    String period = monthly ? "month" : "ever";
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      Set<Integer> members = new HashSet<>();
      while (members.size() < 2 + random.nextInt(2)) {
        members.add(random.nextInt(SCHEMES));
      }
      groups.add(new Group(period, List.copyOf(members)));
    }
    if (unset) {
      groups.clear();
      groups.add(new Group("ever", List.of(0, 1, 2)));
    }
    Path folder = Files.createTempDirectory(root, "world");
    facts(folder);
    for (int i = 0; i < SCHEMES; i++) {
      amounts.add(100 * (1 + random.nextInt(5)));
      scheme(folder, (char) ('a' + i), amounts.get(i), monthly, unset && i == 1);
    }
    pack(folder, groups);
    Release release = Objects.requireNonNull(Packs.load(folder).release());
    Compilation compilation = Engine.compile(release);
    assertThat(compilation.problems()).isEmpty();
    return new World(amounts, groups, Objects.requireNonNull(compilation.release()));
  }

  private static void facts(Path folder) throws IOException {
    StringBuilder worker =
        new StringBuilder("entity: worker\nlabel: {zh: 劳动者, en: Worker}\nfacts:\n");
    StringBuilder vocabulary =
        new StringBuilder(
            """
            [keyword]规则 {x}=rule "{x}"
            [keyword]类别 {x}=@kind("{x}")
            [keyword]对象 {x}=@subject("{x}")
            [keyword]条款 {x}=@clause("{x}")
            [keyword]施行 {x} 起=@since("{x}")
            [keyword]逐月=@monthly("yes")
            [keyword]当=when
            [keyword]则=then
            [keyword]完=end
            [consequence]补贴{n}元=pay.amount(parameter("{n}"));
            """);
    for (char c = 'a'; c < 'a' + SCHEMES; c++) {
      worker
          .append("  fits_")
          .append(c)
          .append(":\n    label: {zh: 符合")
          .append(c)
          .append(", en: Fits ")
          .append(c);
      worker.append(
          "}\n    question: {zh: 符合吗？, en: \"Does it fit?\"}\n    type: yes/no\n    sources: [person]\n    changes: person\n");
      vocabulary
          .append("[condition]符合")
          .append(c)
          .append("=Case( value(\"worker.fits_")
          .append(c)
          .append("\") == true )\n");
    }
    write(folder, "policies/facts/worker.yaml", worker.toString());
    write(
        folder,
        "policies/facts/subjects.yaml",
        "roots: {worker: worker}\nsubjects:\n  worker: {label: {zh: 劳动者, en: worker}, root: worker}\n");
    write(folder, "policies/facts/registers.yaml", "registers: {}\n");
    write(folder, "rules/vocabulary.dsl", vocabulary.toString());
  }

  private static void scheme(Path folder, char c, int amount, boolean monthly, boolean unset)
      throws IOException {
    String id = "" + c + c;
    write(
        folder,
        "policies/plan/parameters/" + id + ".yaml",
        "parameter: 标准"
            + c
            + "\nen: Amount "
            + c
            + "\ntype: money\nunit: 元\nclause: 一\nversions:\n  - from: 2024-01-01\n"
            + (unset
                ? "    not published: 没有公布\n"
                : "    value: "
                    + new BigDecimal(amount)
                    + "\n    reference: 一\n    confidence: setting\n    checked: 2026-11-01\n"));
    write(
        folder,
        "rules/plan/" + id + ".dslr",
        "规则 项目"
            + c
            + "\n类别 待遇\n对象 劳动者\n条款 一\n施行 2024-01-01 起\n"
            + (monthly ? "逐月\n" : "")
            + "当\n符合"
            + c
            + "\n则\n补贴〔标准"
            + c
            + "〕元\n完\n");
  }

  private static void pack(Path folder, List<Group> groups) throws IOException {
    write(
        folder,
        "policies/plan/policy.yaml",
        "title: {zh: 办法, en: Plan}\nauthority: 县\nstatus: in force\nfrom: 2024-01-01\n");
    StringBuilder schemes = new StringBuilder();
    for (char c = 'a'; c < 'a' + SCHEMES; c++) {
      schemes.append(c == 'a' ? "" : ", ").append(c).append(c);
    }
    write(
        folder,
        "policies/plan/clauses.yaml",
        "clauses:\n  一: {gloss: all, kind: benefit, schemes: [" + schemes + "]}\n");
    StringBuilder text = new StringBuilder("interactions:\n");
    for (int i = 0; i < groups.size(); i++) {
      List<String> names =
          groups.get(i).schemes().stream()
              .map(s -> "" + (char) ('a' + s) + (char) ('a' + s))
              .sorted()
              .toList();
      text.append("  - {name: 不同享")
          .append(i)
          .append(", kind: exclusion, period: ")
          .append(groups.get(i).period());
      text.append(", schemes: [").append(String.join(", ", names)).append("], clause: 一}\n");
    }
    write(folder, "policies/plan/interactions.yaml", text.toString());
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }
}
