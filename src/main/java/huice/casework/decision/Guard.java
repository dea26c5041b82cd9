package huice.casework.decision;

import huice.model.Role;
import huice.model.Text;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold before an act, with the right it serves and what whoever acts is told. */
public enum Guard {
  NAMED("R1", "须由具名的人办理，程序不能", "a named person must do this, a program cannot") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.by().named();
    }
  },
  OWN_OFFICE("R31", "只能办理本机构的事项", "only matters of the own office") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.by().role() != Role.CASEWORKER
          || doing.by().office().equals(course.office())
          || (doing.with(Circumstance.PRESENT) && doing.act().atAnyOffice());
    }
  },
  NOT_PROPOSER("R1", "提出不利意见的人不能自己确认", "who proposed it cannot confirm it") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.proposal() == null || !course.proposal().madeBy().equals(doing.by().id());
    }
  },
  NOT_DECIDER("R42", "复核的人不能是作决定的人", "the reviewer cannot be who decided or proposed") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return !Objects.equals(course.decider(), doing.by().id())
          && NOT_PROPOSER.holds(course, doing, periods);
    }
  },
  REASONS_OPENED("R3", "请先打开这一版的理由", "open the reasons of this very version first") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.opened().contains(doing.by().id());
    }
  },
  DELIVERED("R40", "处理意见尚未送达本人", "the proposal has not been delivered") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.delivered() != null;
    }
  },
  HEARD("R16", "须有本人的意见，或者送达之后再次联系过", "a comment or one further attempt after delivery is needed") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.heard();
    }
  },
  PERIOD_OVER("R43", "听取意见的期限未满", "the time to comment is not over") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return over(course.delivered(), periods.comment(), doing.today());
    }
  },
  TOLD_MISSING("R53", "尚未一次性告知缺什么", "the person has not been told what is missing") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.told() != null
          && course.toldHeard()
          && over(course.told(), periods.comment(), doing.today());
    }
  },
  FACTS_SAME("R3", "提出意见以后事实有变化，请重新提出", "facts changed since it was proposed; propose again") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return !doing.with(Circumstance.FACTS_CHANGED);
    }
  },
  FACTS_DIFFER("R4", "事实没有变化，不重新测算改判过的决定", "facts are the same; what a person decided stands") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      Draft effective = course.effective();
      return effective == null || !effective.byPerson() || doing.with(Circumstance.FACTS_CHANGED);
    }
  },
  NO_SWITCH("R38", "所依据的规则、项目或者发布已停用，只能改判", "a kill switch is set; only overriding is possible") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return !doing.with(Circumstance.SWITCHED);
    }
  },
  AUTOMATIC_SCHEME("R2", "此项目不自动生效", "the scheme does not take effect automatically") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.AUTOMATIC_SCHEME);
    }
  },
  NOT_OPTED_OUT("R6", "本人不要自动决定", "the person wants no automatic decisions") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return !doing.with(Circumstance.OPTED_OUT);
    }
  },
  NO_CHOICE_OPEN("R2", "须由人在几个项目之间选择", "a person must choose between schemes") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.proposal() != null && !course.proposal().choice();
    }
  },
  NOTHING_OVERRIDDEN("R4", "改判过的，程序只能提出意见", "after an override runs only propose") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.effective() == null || !course.effective().byPerson();
    }
  },
  REASONED("R4", "须写明代码和文字理由", "a code and a text are needed") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.REASONED);
    }
  },
  SETTLED("R14", "事实或规则不足时不能作不利决定", "what is not settled cannot be refused") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.draft() != null && doing.draft().settled();
    }
  },
  PAYABLE("R1", "草案的项目只是试算，不能发放", "a draft policy's scheme is never payable") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      Draft draft = doing.draft() == null ? course.proposal() : doing.draft();
      return draft != null && draft.payable();
    }
  },
  SIGNED("R52", "撤回须本人签名", "withdrawing is the person's own signed act") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.SIGNED);
    }
  },
  DELIVERY_KNOWN("R40", "须写明怎样、哪天、由谁送给谁", "how, when, by whom and to whom is needed") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.DELIVERY_KNOWN);
    }
  },
  ADDRESS_CONFIRMED(
      "R44",
      "邮寄、电子送达和电话告知以前，须由本人确认地址或者号码",
      "before post, electronic delivery or a call the person has to confirm address or number") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.ADDRESS_CONFIRMED);
    }
  },
  SENT("R44", "没有邮寄或者电子送达过，无从退回", "nothing was sent that could come back") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.with(Circumstance.SENT);
    }
  },
  NOT_BEFORE("R40", "日期不能早于所送达的文书，也不能在今天以后", "the day is before what it delivers, or after today") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      Draft about = course.proposal();
      return !doing.day().isAfter(doing.today())
          && (about == null || !doing.day().isBefore(about.madeOn()));
    }
  },
  OVERDUE("R52", "办理期限未满", "the office is not late") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return doing.today().isAfter(course.dueOn());
    }
  },
  UNDECIDED("R52", "已经作过决定", "something was decided already") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.inEffect() == null;
    }
  },
  DECIDED("R33", "还没有作过决定", "nothing was decided yet") {
    @Override
    boolean holds(Course course, Doing doing, Periods periods) {
      return course.inEffect() != null;
    }
  };

  private final String right;
  private final Text what;

  Guard(String right, String zh, String en) {
    this.right = right;
    this.what = Text.of(zh, en);
  }

  /** The right, by its number. */
  public String right() {
    return right;
  }

  public Text what() {
    return what;
  }

  abstract boolean holds(Course course, Doing doing, Periods periods);

  private static boolean over(@Nullable LocalDate start, int days, LocalDate today) {
    return start != null && today.isAfter(start.plusDays(days));
  }
}
