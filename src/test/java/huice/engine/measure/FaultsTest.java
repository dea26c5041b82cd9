package huice.engine.measure;

import static huice.engine.measure.Sample.call;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.SubjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a call is said in officers' words, in both languages, with what to write. */
class FaultsTest {
  private static List<Binding.Fault> faults(Call call, SubjectKind subject, boolean monthly) {
    Binding binding = Sample.binding(subject, monthly);
    assertThat(Measures.bind(call, binding)).isEmpty();
    assertThat(binding.faults()).isNotEmpty();
    for (Binding.Fault fault : binding.faults()) {
      for (String zh : List.of(fault.what().zh(), fault.instead().zh())) {
        assertThat(zh).matches("(?s).*\\p{IsHan}.*");
      }
      for (String en : List.of(fault.what().en(), fault.instead().en())) {
        assertThat(en).matches("(?s).*[a-z]{2}.*");
      }
    }
    return binding.faults();
  }

  private static Binding.Fault fault(Object... call) {
    Object[] args = java.util.Arrays.copyOfRange(call, 1, call.length);
    List<Binding.Fault> faults = faults(call((String) call[0], args), Sample.ALONE, true);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static void suggests(String word, Object... call) {
    assertThat(fault(call).instead().zh()).contains("是否想写「" + word + "」？");
  }

  @Test
  void aMistypedWordIsAnsweredWithTheNearestKnownOne() {
    suggests("elapsed", "elapsd", "worker.born");
    suggests("born", "value", "worker.bron");
    suggests("worker", "value", "workr.born");
    suggests("spells", "count", "worker.spels");
    suggests("contract", "count", "worker.spells", "where contrct = true");
    suggests("sick", "count", "worker.spells", "where reason = sik");
    suggests("months", "elapsed", "worker.born", "unit=month");
    suggests("roll", "deadline", "worker.born", "〔n3〕", "unit=days", "rol=none");
    suggests("percent", "parameter", "〔precent〕");
    suggests("other-scheme", "outcome", "other-schem");
    suggests("true", "count", "worker.spells", "where contract = tru");
    suggests("选unpaid", "count", "worker.spells", "where reason = 选unpaidd");
    suggests("选unpaid", "count", "worker.spells", "where reason in 〔misspelt〕");
  }

  @Test
  void typesThatDoNotFitAreRefused() {
    assertThat(fault("sum", "worker.spells.start").what().zh()).contains("金额或数量");
    assertThat(fault("latest", "worker.spells.hours").what().zh()).contains("日期");
    assertThat(fault("age", "worker.children").what().zh()).contains("日期");
    assertThat(fault("plus", "worker.children", "worker.certified").what().zh()).contains("一个数");
    assertThat(fault("plus", "worker.children", "worker.savings").what().zh()).contains("同一种");
    assertThat(fault("product", "worker.savings", "〔money〕").what().zh()).contains("两笔金额");
    assertThat(fault("months", "worker.spells", "start=hours").what().zh()).contains("起止日期");
    assertThat(fault("months", "worker.loans").what().zh()).contains("从哪天起");
    assertThat(fault("parameter", "〔reasons〕").what().zh()).contains("清单");
    assertThat(fault("count", "worker.spells", "where reason in 〔n3〕").what().zh())
        .contains("不是清单");
    assertThat(fault("count", "worker.spells", "where reason < sick").what().zh()).contains("不能用");
    assertThat(fault("count", "worker.spells", "where hours >= 8").instead().zh()).contains("〔参数〕");
    assertThat(fault("count", "worker.spells", "where start >= @worker.children").what().zh())
        .contains("日期");
    assertThat(fault("count", "worker.spells", "where start").instead().zh()).contains("where");
  }

  @Test
  void listsAndSingleFactsAreNotMixedUp() {
    assertThat(fault("value", "worker.spells").what().zh()).contains("是清单");
    assertThat(fault("value", "worker.spells.start").what().zh()).contains("是清单");
    assertThat(fault("count", "worker.born").what().zh()).contains("不是清单");
    assertThat(fault("count", "worker.spells.hours").instead().zh()).contains("清单为止");
    assertThat(fault("sum", "worker.spells").instead().zh()).contains("sum(list.fact");
    assertThat(fault("months", "worker.spells.start").what().zh()).contains("清单为止");
  }

  @Test
  void howMembersAreTakenMustBeSaidForThemAndForNobodyElse() {
    List<Binding.Fault> faults = faults(call("value", "worker.born"), Sample.COUPLE, true);
    assertThat(faults.get(0).instead().zh()).contains("each").contains("either");
    assertThat(fault("value", "worker.born", "each").what().zh()).contains("没有成员");
    assertThat(fault("overlap", "worker.spells").instead().zh()).contains("months");
    faults = faults(call("value", "worker.tier", "each"), Sample.COUPLE, true);
    assertThat(faults.get(0).what().zh()).contains("选项没有大小");
    faults = faults(call("value", "worker.born", "each", "either"), Sample.COUPLE, true);
    assertThat(faults).hasSize(1);
  }

  @Test
  void monthsOfTheLineNeedAMonthlyScheme() {
    for (Call call :
        List.of(
            call("monthStart"),
            call("earlier"),
            call("elapsed", "month", "unit=days"),
            call("count", "worker.spells.wages", "where month = @month"),
            call("count", "worker.spells", "where start <= @month-end"))) {
      assertThat(faults(call, Sample.ALONE, false).get(0).instead().zh()).contains("逐月");
    }
  }

  @Test
  void reachedCountsMonthsOfSomething() {
    assertThat(fault("reached", call("count", "worker.spells"), "〔n6〕").what().zh())
        .contains("months(…)");
    assertThat(fault("reached", "worker.spells", "〔n6〕").what().zh()).contains("months(…)");
    List<Binding.Fault> faults =
        faults(
            call("reached", call("months", "worker.spells", "each"), "〔n6〕"), Sample.COUPLE, true);
    assertThat(faults.get(0).instead().zh()).contains("each 写在 reached 里");
  }

  @Test
  void tooManyOrTooFewWordsAreAnsweredWithTheWholeForm() {
    assertThat(fault("value").instead().zh()).contains("value(path)");
    assertThat(fault("on", "worker.born").instead().zh()).contains("on()");
    assertThat(fault("value", "worker.born", "where end = none").what().zh()).contains("筛选");
    assertThat(fault("value", call("on")).what().zh()).contains("不能再套");
    assertThat(fault("elapsed", "worker.born").what().zh()).contains("unit");
  }

  @Test
  void allFaultsOfACallAreToldAtOnce() {
    Call call = call("count", "worker.spells", "where contrct = true", "where hour >= 〔n10〕");
    assertThat(faults(call, Sample.ALONE, true)).hasSize(2);
  }
}
