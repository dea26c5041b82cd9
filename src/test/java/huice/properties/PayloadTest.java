package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.Compilation;
import huice.engine.Engine;
import huice.model.Case;
import huice.model.Problem;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import huice.twin.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code planted in any place of a rule file is refused, and never runs. */
class PayloadTest {
  private static final String CODE = "System.setProperty(\"huice.planted\", \"yes\")";
  private static final String SLY = "\\u0053ystem.setProperty(\"huice.planted\", \"yes\")";

  private static final List<Case> CASES = List.of(Cases.full(0), Cases.full(2));

  private static final String HEAD =
      "@kind(\"待遇\") @subject(\"劳动者\") @clause(\"二（一）5a\") @since(\"2024-01-01\")\n";
  private static final String GOOD = "Case( value(\"worker.job_changes\") >= parameter(\"{x}\") )";

  /** Each {@code CODE} is put in as it is and with its first letter as a unicode escape. */
  private static final List<String> RULES =
      List.of(
          "rule \"x\" HEAD when eval(CODE != null) then end",
          "rule \"x\" HEAD when Case( eval(CODE == null) ) then end",
          "rule \"x\" HEAD when Case( CODE == null ) then end",
          "rule \"x\" HEAD when Case( value(CODE) == true ) then end",
          "rule \"x\" HEAD when Case( (CODE) == true ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == (CODE) ) then end",
          "rule \"x\" HEAD when Object() from CODE then end",
          "rule \"x\" HEAD when Case() from CODE then end",
          "rule \"x\" HEAD when accumulate( Case(); $c : count(CODE) ) then end",
          "rule \"x\" HEAD when Case( $x : CODE ) then end",
          "rule \"x\" HEAD when Number() from accumulate( Case(), init( CODE; ) action( ) result( 1 ) ) then end",
          "rule \"x\" HEAD when forall( Case( CODE == null ) ) then end",
          "rule \"x\" HEAD when exists( Case( CODE == null ) ) then end",
          "rule \"x\" HEAD when ?q( CODE; ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then CODE; end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then pay.amount(CODE); end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then pay.note(CODE); end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then modify(drools){ CODE } end",
          "rule \"x\" @a(CODE) HEAD when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" @kind(CODE) HEAD when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" @since(value = CODE) when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD salience (CODE == null ? 1 : 2) when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD enabled (CODE == null) when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD timer (expr: CODE) when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD agenda-group \"\" + CODE when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD dialect \"java\" when Case( known(\"worker.birth_date\") == true ) then CODE; end",
          "rule \"x\" HEAD dialect \"mvel\" when Case( known(\"worker.birth_date\") == true ) then CODE; end",
          "rule \"x\" extends y HEAD when Case( known(\"worker.birth_date\") == true ) then CODE; end",
          "function void f() { CODE; } rule \"x\" HEAD when eval(f() == null) then f(); end",
          "import static java.lang.System.setProperty; rule \"x\" HEAD when then setProperty(\"huice.planted\", \"yes\"); end",
          "import java.lang.System; global java.lang.System s; rule \"x\" HEAD when then CODE; end",
          "import function java.lang.System.setProperty; rule \"x\" HEAD when eval(setProperty(\"huice.planted\",\"yes\") == null) then end",
          "declare T a : String = CODE end rule \"x\" HEAD when T() then end",
          "declare T @x(CODE) a : String end rule \"x\" HEAD when T() then end",
          "query q() eval(CODE == null) end rule \"x\" HEAD when q() then end",
          "unit huice.Planted; rule \"x\" HEAD when then CODE; end",
          "package huice; import java.lang.*; rule \"x\" HEAD when then CODE; end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then end rule \"y\" when then CODE; end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") matches CODE ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") memberOf CODE ) then end",
          "rule \"x\" HEAD when Case( this[CODE] == true ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true || CODE == null ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true, CODE == null ) then end",
          "rule \"x\" HEAD when (Case( CODE == null ) or Case( CODE != null )) then end",
          "rule \"@{CODE}\" HEAD when Case( known(\"worker.birth_date\") == true ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.@{CODE}\") == true ) then end",
          "rule \"x\" HEAD when Case( value(\"worker.birth_date\" + CODE) == true ) then end",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then } CODE; { end",
          "/* */ template header a rule \"x\" HEAD when then CODE; end end template",
          "rule \"x\" HEAD when Case( known(\"worker.birth_date\") == true ) then end CODE;");

  @AfterEach
  void nothingRan() {
    assertThat(System.getProperty("huice.planted")).isNull();
  }

  private static Compilation compile(
      RuleText vocabulary, List<RuleText> rules, List<Table> tables) {
    Release shipped = Shipped.release();
    return Engine.compile(
        new Release(
            "planted",
            shipped.dictionary(),
            shipped.packs(),
            vocabulary,
            rules,
            tables,
            List.of()));
  }

  private static void run(Compilation compilation) {
    if (compilation.release() != null) {
      for (Case asked : CASES) {
        compilation.release().assess(asked, new Ask(Set.of(), true, false));
      }
    }
  }

  private static RuleText drl(String text) {
    return new RuleText(
        "shache-2024", "service-1311", RuleText.Form.DRL, "planted.drl", text.lines().toList());
  }

  @Test
  void code_in_any_place_of_a_drl_file_is_refused_and_never_runs() {
    for (String rule : RULES) {
      for (String code : List.of(CODE, SLY)) {
        String text = rule.replace("CODE", code).replace("HEAD", HEAD);
        Compilation compilation =
            compile(Shipped.release().vocabulary(), List.of(drl(text)), List.of());
        run(compilation);
        assertThat(System.getProperty("huice.planted")).as(text).isNull();
        assertThat(compilation.problems()).as(text).anyMatch(p -> !p.notice());
      }
    }
  }

  @Test
  void code_in_the_vocabulary_never_runs() {
    for (String rule : RULES) {
      String meaning = rule.replace("CODE", CODE).replace("HEAD", HEAD).replace("\n", " ");
      for (String scope : List.of("keyword", "condition", "consequence", "*")) {
        List<String> lines = new ArrayList<>(Shipped.release().vocabulary().lines());
        lines.add("[" + scope + "]植入的句子=" + meaning);
        RuleText shipped = Shipped.release().vocabulary();
        RuleText vocabulary = new RuleText("", "vocabulary", shipped.form(), shipped.file(), lines);
        for (int at : new int[] {1, 7, 9, -1}) {
          run(compile(vocabulary, List.of(sentences(at)), List.of()));
        }
      }
    }
  }

  /** The shipped rule with the planted sentence in a place. */
  private static RuleText sentences(int at) {
    RuleText rule =
        Shipped.release().rules().stream()
            .filter(r -> r.scheme().equals("service-1311"))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>(rule.lines());
    lines.add(at < 0 ? lines.size() - 1 : Math.min(at, lines.size()), "植入的句子");
    return new RuleText(rule.pack(), rule.scheme(), rule.form(), rule.file(), lines);
  }

  @Test
  void code_in_sentences_and_tables_never_runs() {
    Release shipped = Shipped.release();
    Table table = shipped.tables().get(0);
    List<String> planted =
        List.of(
            CODE, SLY, "\") == true ) then " + CODE + "; end //", "@{" + CODE + "}", "=" + CODE);
    for (String code : planted) {
      for (int row = 0; row < table.rows().size(); row++) {
        int start = planted.indexOf(code);
        for (int cell = start; cell < table.rows().get(row).size(); cell += planted.size()) {
          List<List<String>> rows = new ArrayList<>(table.rows());
          List<String> cells = new ArrayList<>(rows.get(row));
          cells.set(cell, code);
          rows.set(row, cells);
          Table changed =
              new Table(table.pack(), table.scheme(), table.file(), rows, table.lines());
          Compilation compilation = compile(shipped.vocabulary(), List.of(), List.of(changed));
          run(compilation);
        }
      }
      for (RuleText rule : shipped.rules()) {
        int first = planted.indexOf(code);
        for (int line = first; line < rule.lines().size(); line += planted.size()) {
          List<String> lines = new ArrayList<>(rule.lines());
          lines.set(line, lines.get(line) + code);
          RuleText changed =
              new RuleText(rule.pack(), rule.scheme(), rule.form(), rule.file(), lines);
          run(compile(shipped.vocabulary(), List.of(changed), List.of()));
        }
      }
    }
  }

  @Test
  void a_good_rule_in_the_restricted_form_is_not_refused() {
    String text =
        "rule \"x\"\n" + HEAD + "when\n" + GOOD.replace("{x}", "〔岗位推荐次数〕") + "\nthen\nend\n";
    assertThat(compile(Shipped.release().vocabulary(), List.of(drl(text)), List.of()).problems())
        .filteredOn(p -> !p.notice())
        .extracting(Problem::toString)
        .isEmpty();
  }
}
