package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a rule file throws, hangs or runs code of its author's. */
class HostileRulesTest {
  private static final String SET = "System.setProperty(\"huice.attacked\", \"yes\")";
  private static final Release SHIPPED = ShippedRelease.SOURCE;

  private static Compilation compile(RuleText rule) {
    return Engine.compile(
        new Release(
            "",
            SHIPPED.dictionary(),
            SHIPPED.packs(),
            SHIPPED.vocabulary(),
            List.of(rule),
            List.of(),
            List.of()));
  }

  private static final String HEAD =
      "@kind(\"待遇\")\n@subject(\"劳动者\")\n@clause(\"二（一）1d\")\n@since(\"2024-01-01\")\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule \"a\"\n%2$swhen\n  eval( %1$s == null )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( %1$s == null )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case() from %1$s\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true ) from accumulate( Case(), init( %1$s; ) action() result( 1 ) )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\nthen\n  %1$s;\nend\n",
        "rule \"a\"\n%2$swhen\nthen\n  pay.note( %1$s );\nend\n",
        "rule \"a\"\n%2$ssalience( %1$s.length() )\nwhen\nthen\nend\n",
        "rule \"a\"\n%2$senabled( %1$s == null )\nwhen\nthen\nend\n",
        "rule \"a\"\n@x( %1$s )\n%2$swhen\nthen\nend\n",
        "rule \"a\"\n@kind( %1$s )\n@subject(\"劳动者\")\nwhen\nthen\nend\n",
        "function void f() { %1$s; }\nrule \"a\"\n%2$swhen\nthen\n f();\nend\n",
        "import static java.lang.System.setProperty;\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "global java.util.List out;\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "declare A\n  x : String = %1$s\nend\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "declare enum E A( %1$s ); x : String end\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "query q\n  Case( %1$s == null )\nend\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true ) // \\u000a eval( %1$s == null )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true )\nthen\n  /* \\u002a\\u002f %1$s; /* */\nend\n",
        "rule \"a\"\n%2$swhen\n  $c : Case( exists(\"worker.awards\") == true )\nthen\n  modify($c) { met(0) }\nend\n",
        "package x;\nunit Y;\nrule \"a\"\n%2$swhen\nthen\nend\n",
        "rule \"a\" extends \"b\"\n%2$swhen\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  forall( Case( exists(\"worker.awards\") == true ) )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true ) over window:time( 1h )\nthen\nend\n",
        "rule \"a\"\ndate-effective \"01-Jan-2020\"\n%2$swhen\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true || %1$s == null )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  Case( exists(\"worker.awards\") == true, %1$s == null )\nthen\nend\n",
        "rule \"a\"\n%2$swhen\n  String( this matches \"(a+)+b\" )\nthen\nend\n"
      })
  void code_in_a_rule_of_restricted_drl_is_refused_and_never_run(String template) {
    String text = String.format(template, SET, HEAD);
    Compilation compilation =
        compile(
            new RuleText(
                "shache-2024", "couple-award", RuleText.Form.DRL, "a.drl", text.lines().toList()));
    assertThat(compilation.problems()).isNotEmpty();
    assertThat(compilation.problems()).allMatch(p -> p.file().equals("a.drl") && p.line() >= 1);
    assertThat(System.getProperty("huice.attacked")).isNull();
  }

  @Test
  void code_in_a_sentence_of_the_vocabulary_is_refused_and_never_run() {
    List<String> lines = new ArrayList<>(SHIPPED.vocabulary().lines());
    lines.add("[condition]随便=Case( " + SET + " == null )");
    lines.add("[consequence]随便=" + SET + ";");
    RuleText vocabulary = new RuleText("", "vocabulary", RuleText.Form.SENTENCES, "v.dsl", lines);
    RuleText rule =
        new RuleText(
            "shache-2024",
            "couple-award",
            RuleText.Form.SENTENCES,
            "a.dslr",
            List.of(
                "规则 甲",
                "类别 待遇",
                "对象 劳动者",
                "条款 二（一）1d",
                "施行 2024-01-01 起",
                "当",
                "随便",
                "则",
                "随便",
                "完"));
    Compilation compilation =
        Engine.compile(
            new Release(
                "",
                SHIPPED.dictionary(),
                SHIPPED.packs(),
                vocabulary,
                List.of(rule),
                List.of(),
                List.of()));
    assertThat(compilation.problems()).extracting("file").containsOnly("v.dsl");
    assertThat(System.getProperty("huice.attacked")).isNull();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void ten_thousand_spoilt_rule_files_neither_throw_nor_hang() {
    Random random = new Random(7);
    List<RuleText> rules = SHIPPED.rules();
    for (int i = 0; i < 9_000; i++) {
      RuleText rule = rules.get(random.nextInt(rules.size()));
      boolean asDrl = random.nextInt(4) == 0;
      List<String> lines =
          asDrl ? ShippedRelease.COMPILED.drl(rule.scheme()).lines().toList() : rule.lines();
      RuleText spoilt =
          new RuleText(
              rule.pack(),
              rule.scheme(),
              asDrl ? RuleText.Form.DRL : RuleText.Form.SENTENCES,
              rule.file(),
              spoilt(String.join("\n", lines), random).lines().toList());
      assertThatCode(() -> compile(spoilt)).as("round %s", i).doesNotThrowAnyException();
    }
    for (int i = 0; i < 700; i++) {
      RuleText vocabulary =
          new RuleText(
              "",
              "vocabulary",
              RuleText.Form.SENTENCES,
              "v.dsl",
              spoilt(String.join("\n", SHIPPED.vocabulary().lines()), random).lines().toList());
      Release release =
          new Release(
              "",
              SHIPPED.dictionary(),
              SHIPPED.packs(),
              vocabulary,
              List.of(rules.get(i % rules.size())),
              List.of(),
              List.of());
      assertThatCode(() -> Engine.compile(release))
          .as("vocabulary %s", i)
          .doesNotThrowAnyException();
    }
    for (int i = 0; i < 300; i++) {
      Table table = SHIPPED.tables().get(0);
      List<List<String>> cells = new ArrayList<>();
      table
          .rows()
          .forEach(
              r ->
                  cells.add(
                      r.stream()
                          .map(c -> random.nextInt(30) == 0 ? spoilt(c, random) : c)
                          .toList()));
      Release release =
          new Release(
              "",
              SHIPPED.dictionary(),
              SHIPPED.packs(),
              SHIPPED.vocabulary(),
              List.of(),
              List.of(new Table(table.pack(), table.scheme(), table.file(), cells, table.lines())),
              List.of());
      assertThatCode(() -> Engine.compile(release)).as("table %s", i).doesNotThrowAnyException();
    }
    assertThat(System.getProperty("huice.attacked")).isNull();
  }

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "（",
          "）",
          "\"",
          "〔",
          "〕",
          "{",
          "}",
          "=",
          "完",
          "则",
          "当",
          "或者 ",
          "并且 ",
          "除非 ",
          "\n",
          "\t",
          "6",
          "2024-02-30",
          "eval(true)",
          SET,
          "\\u0022",
          "/*",
          "*/",
          "//",
          "#",
          "@",
          "\u0000",
          "\uD800",
          "🙂",
          "end",
          "then",
          "when",
          "rule",
          "Case(",
          "parameter(\"",
          "  ");

  private static String spoilt(String text, Random random) {
    StringBuilder result = new StringBuilder(text);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = result.length() == 0 ? 0 : random.nextInt(result.length());
      switch (random.nextInt(5)) {
        case 0 -> result.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 1 -> result.delete(at, Math.min(result.length(), at + 1 + random.nextInt(8)));
        case 2 -> result.setLength(at);
        case 3 ->
            result.insert(
                at, result.substring(at, Math.min(result.length(), at + random.nextInt(60))));
        default -> {
          if (at < result.length()) {
            result.setCharAt(at, (char) random.nextInt(0x10000));
          }
        }
      }
    }
    return result.toString();
  }
}
