package huice.casework.task;

import huice.casework.Invalid;
import huice.casework.decision.Now;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody closes a task, in one step and without a note. {@code visitAskedOn}: on which day
 * the person asked for the visit; {@code item}: which of several services was given.
 */
public record Closing(
    Ending ending,
    @Nullable Way way,
    @Nullable LocalDate callbackOn,
    @Nullable LocalDate visitAskedOn,
    @Nullable String item) {
  /** As far ahead as a rhythm ever is. */
  private static final int MOST_MONTHS = 3;

  /**
   * Whether a task of a kind can end so.
   *
   * @param items what is to be offered under the task; empty when it is one thing
   */
  void check(TaskKind kind, List<String> items, Now now) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (!Ending.of(kind).contains(ending)) {
      fault(faults, "/ending", "这类任务没有这种结果", "no such outcome for this", "请选列出的结果", "choose one");
    }
    boolean toPerson = kind != TaskKind.CHECK && kind != TaskKind.CORRECTION;
    if (toPerson && way == null) {
      fault(faults, "/way", "没有写怎样联系", "it does not say how", "请选一种方式", "choose a way");
    }
    LocalDate asked = visitAskedOn;
    boolean visit = way == Way.HOME_VISIT;
    if (visit && (asked == null || asked.isAfter(now.today()))) {
      fault(
          faults,
          "/visitAskedOn",
          "只有本人要求的才上门",
          "a visit only when the person asked for this one",
          "写本人哪天要求的",
          "write the day on which the person asked");
    } else if (!visit && asked != null) {
      fault(faults, "/visitAskedOn", "没有上门", "there was no visit", "请留空", "leave it out");
    }
    callback(faults, now);
    item(faults, items);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void callback(List<Invalid.Fault> faults, Now now) {
    LocalDate day = callbackOn;
    boolean asked = ending == Ending.CALLBACK_ASKED;
    boolean fits =
        day != null
            && day.isAfter(now.today())
            && !day.isAfter(now.today().plusMonths(MOST_MONTHS));
    if (asked && !fits) {
      fault(
          faults,
          "/callbackOn",
          "没有写约好的日期，或者不在今后三个月内",
          "no day within the next three months",
          "写本人约定的日期",
          "write the day that the person named");
    } else if (!asked && day != null) {
      fault(faults, "/callbackOn", "没有约定回电", "no callback was asked for", "请留空", "leave it out");
    }
  }

  private void item(List<Invalid.Fault> faults, List<String> items) {
    boolean given = ending == Ending.INFORMATION_GIVEN || ending == Ending.OFFER_SENT;
    if (given && !items.isEmpty() && (item == null || !items.contains(item))) {
      String words = String.join("、", items);
      fault(faults, "/item", "没有写提供的是哪一项", "it does not say which service", words, words);
    }
  }

  private static void fault(
      List<Invalid.Fault> faults,
      String at,
      String zh,
      String en,
      String instead,
      String insteadEn) {
    faults.add(new Invalid.Fault(at, Text.of(zh, en), Text.of(instead, insteadEn)));
  }
}
