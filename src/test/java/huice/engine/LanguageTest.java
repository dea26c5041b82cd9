package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Problem;
import huice.model.RuleText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {
  private static final String VOCABULARY =
      """
      [keyword]^\\s*规则\\s+{x}\\s*$=rule "{x}"
      [keyword]^\\s*类别\\s+{x}\\s*$=@kind("{x}")
      [keyword]^\\s*对象\\s+{x}\\s*$=@subject("{x}")
      [keyword]^\\s*条款\\s+{x}\\s*$=@clause("{x}")
      [keyword]^\\s*施行\\s+{x}\\s*起\\s*$=@since("{x}")
      [keyword]^\\s*施行\\s+{x}\\s*至\\s*{y}\\s*$=@since("{x}") @until("{y}")
      [keyword]^\\s*逐月\\s*$=@monthly("yes")
      [keyword]^\\s*当\\s*$=when
      [keyword]^\\s*则\\s*$=then
      [keyword]^\\s*完\\s*$=end
      [condition]双方各自连续稳定就业满{n}个月=Case( months("worker.employments", "each") >= parameter("{n}") )
      [condition]双方有劳动合同=Case( exists("worker.employments", "each", "where contract = true") == true )
      [condition]领取失业金=Case( value("worker.unemployed") == true )
      [condition]应当：=Case( heading("duty") )
      [condition]（=(
      [condition]）=)
      [condition]或者 {x}=or {x}
      [condition]并且 {x}=and {x}
      [condition]除非 {x}=not {x}
      [consequence]每对一次性奖补{n}元=pay.amount( parameter("{n}") );
      [consequence]双方各半=pay.split( "members" );
      """;

  private static final String RULE =
      """
      // 二（一）1d：应当 则 完
      规则 夫妻工就业奖补
          类别 待遇
          对象 夫妻
          条款 二（一）1d
          施行 2024-01-01 起
      当
          双方各自连续稳定就业满〔连续就业月数〕个月。
          双方有劳动合同
          或者 双方各自连续稳定就业满 〔连续就业月数〕 个月
          除非 （
              领取失业金
              并且 双方有劳动合同
          ）
      则
          每对一次性奖补〔夫妻工就业奖补标准〕元
          双方各半
      完
      """;

  @Test
  void a_rule_in_sentences_becomes_restricted_drl_line_for_line() {
    List<Problem> problems = new ArrayList<>();
    Vocabulary vocabulary =
        Vocabulary.read(
            new RuleText(
                "", "vocabulary", RuleText.Form.SENTENCES, "v.dsl", VOCABULARY.lines().toList()),
            problems);
    Faults faults = new Faults("r.dslr", problems);
    Expansion expansion =
        Sentences.expand(
            vocabulary,
            new RuleText("p", "s", RuleText.Form.SENTENCES, "r.dslr", RULE.lines().toList()),
            faults);
    List<RuleTree> trees = DrlReader.read(expansion, faults);
    assertThat(problems).isEmpty();
    assertThat(trees).hasSize(1);
    RuleTree tree = trees.get(0);
    assertThat(tree.clauses()).containsExactly("二（一）1d");
    assertThat(tree.atoms()).extracting(RuleTree.Atom::line).containsExactly(8, 9, 10, 12, 13);
    assertThat(tree.actions()).extracting(RuleTree.Action::line).containsExactly(16, 17);
  }
}
