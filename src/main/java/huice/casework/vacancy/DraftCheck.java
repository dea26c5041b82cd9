package huice.casework.vacancy;

import huice.casework.Invalid;
import huice.casework.OfficeFile;
import huice.model.Text;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a vacancy says all that it has to, in forms that can be kept. Thread-safe. */
@Singleton
class DraftCheck {
  private static final int LONGEST = 1_000;
  private static final int MOST_POSITIONS = 100_000;
  private static final BigDecimal MOST_PAY = new BigDecimal("1000000");
  private static final int MOST_DAYS = 366;

  private final OfficeFile office;

  DraftCheck(OfficeFile office) {
    this.office = office;
  }

  /**
   * Lets a draft pass that is whole.
   *
   * @throws Invalid with all faults at once
   */
  void check(Draft draft, LocalDate today) {
    List<Invalid.Fault> faults = new ArrayList<>();
    text("firm", draft.firm(), faults);
    draft.texts().forEach((field, text) -> text(field, text, faults));
    among("source", draft.source(), office.sources(), faults);
    among("skill", draft.skill(), office.skills(), faults);
    place(draft, faults);
    numbers(draft, faults);
    days(draft, today, faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void text(String field, String text, List<Invalid.Fault> faults) {
    if (text.isBlank()) {
      faults.add(fault(field, Text.of("没有填写", "it is empty"), Text.of("请填写", "fill it in")));
    } else if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      faults.add(
          fault(
              field,
              Text.of("太长", "it is too long"),
              Text.of("最多 " + LONGEST + " 个字", "at most " + LONGEST + " characters")));
    }
  }

  private static void among(
      String field, String word, Map<String, Text> known, List<Invalid.Fault> faults) {
    if (!known.containsKey(word)) {
      faults.add(
          fault(
              field,
              Text.of("没有这一种", "there is no such one"),
              Text.of("请选择列出的一种", "choose one of: " + String.join(", ", known.keySet()))));
    }
  }

  private static void place(Draft draft, List<Invalid.Fault> faults) {
    if (draft.reach() == Reach.TOWNSHIP) {
      faults.add(
          fault(
              "reach",
              Text.of("岗位在县内的选“县内”", "a job here is in this county"),
              Text.of("选“县内”，再写乡镇", "choose COUNTY and give the township")));
    }
    if (draft.township() != null && draft.reach() != Reach.COUNTY) {
      faults.add(
          fault(
              "township",
              Text.of("乡镇只对县内的岗位填写", "only for a job in this county"),
              Text.of("请删去", "leave it out")));
    }
  }

  private static void numbers(Draft draft, List<Invalid.Fault> faults) {
    if (draft.positions() < 1 || draft.positions() > MOST_POSITIONS) {
      faults.add(
          fault("positions", Text.of("人数不对", "no such number"), Text.of("至少 1", "at least 1")));
    }
    sum("payLow", draft.payLow(), faults);
    sum("payHigh", draft.payHigh(), faults);
    BigDecimal high = draft.payHigh();
    if (high != null && high.compareTo(draft.payLow()) < 0) {
      faults.add(
          fault(
              "payHigh",
              Text.of("最高不能低于最低", "the most is less than the least"),
              Text.of("请核对", "check it")));
    }
  }

  private static void sum(String field, @Nullable BigDecimal sum, List<Invalid.Fault> faults) {
    if (sum != null
        && (sum.signum() <= 0
            || sum.compareTo(MOST_PAY) > 0
            || sum.stripTrailingZeros().scale() > 2)) {
      faults.add(
          fault(
              field,
              Text.of("金额不对", "no such sum"),
              Text.of("写大于零的数，至多两位小数", "more than 0, at most two decimals")));
    }
  }

  private static void days(Draft draft, LocalDate today, List<Invalid.Fault> faults) {
    if (draft.receivedOn().isAfter(today) || draft.receivedOn().isBefore(today.minusYears(1))) {
      faults.add(
          fault(
              "receivedOn",
              Text.of("收到的日期不对", "the day on which it came cannot be"),
              Text.of("不晚于今天、不早于一年前", "not after today and within a year")));
    }
    if (draft.expiresOn().isBefore(today) || draft.expiresOn().isAfter(today.plusDays(MOST_DAYS))) {
      faults.add(
          fault(
              "expiresOn",
              Text.of("失效日期不对", "the last day cannot be"),
              Text.of("从今天起一年以内", "within a year from today")));
    }
  }

  private static Invalid.Fault fault(String field, Text what, Text instead) {
    return new Invalid.Fault("/" + field, what, instead);
  }
}
