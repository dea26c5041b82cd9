package huice.entry.page.cases;

import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Bearing;
import huice.casework.decision.Delivery;
import huice.casework.decision.Guard;
import huice.casework.decision.Proposals;
import huice.casework.decision.Verdicts;
import huice.entry.page.Option;
import huice.model.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The program's closed words as caseworkers read them on pages. */
final class CaseWords {
  private CaseWords() {}

  /** A result in plain words. */
  static Text result(String result) {
    return switch (result) {
      case "ELIGIBLE" -> Text.of("符合条件", "eligible");
      case "NOT_ELIGIBLE" -> Text.of("不符合条件", "not eligible");
      case "KEPT" -> Text.of("义务已履行", "kept");
      case "NOT_KEPT" -> Text.of("义务未履行", "not kept");
      case "DUE" -> Text.of("应当办理", "due");
      case "NOT_DUE" -> Text.of("无需办理", "nothing due");
      case "NEEDS_INFO" -> Text.of("还缺信息", "information missing");
      case "UNSETTLED" -> Text.of("政策未定", "policy not settled");
      case "NOT_OPENED" -> Text.of("不予受理", "case not opened");
      default -> Text.of("未能测算，转人工", "not evaluated: for a person");
    };
  }

  static Text kind(String kind) {
    return switch (kind) {
      case "override" -> Text.of("改判", "override");
      case "review" -> Text.of("复核", "review");
      case "reassessment" -> Text.of("重新测算", "reassessment");
      default -> Text.of("处理意见", "proposal");
    };
  }

  static String mark(Bearing bearing) {
    return switch (bearing) {
      case FAVOURABLE -> "good";
      case ADVERSE -> "bad";
      case LACKING -> "open";
      case UNSETTLED -> "draft";
    };
  }

  static Text channel(String channel) {
    return switch (Applications.Channel.valueOf(channel.toUpperCase(Locale.ROOT))) {
      case COUNTER -> Text.of("窗口", "counter");
      case PHONE -> Text.of("电话", "phone");
      case ONLINE -> Text.of("网上", "online");
      case REPRESENTATIVE -> Text.of("代理人", "representative");
    };
  }

  static Text way(Delivery.Way way) {
    return switch (way) {
      case HANDED -> Text.of("当面交付", "handed over");
      case POST -> Text.of("邮寄", "post");
      case ELECTRONIC -> Text.of("电子送达", "electronic");
      case PHONE -> Text.of("电话", "phone");
      case REPRESENTATIVE -> Text.of("交代理人", "representative");
    };
  }

  static List<Option> ways() {
    return options(Delivery.Way.values(), CaseWords::way);
  }

  static Text code(Verdicts.Code code) {
    return switch (code) {
      case FACT_OUTSIDE_RULES -> Text.of("规则没有考虑到的情况", "a fact outside the rules");
      case EVIDENCE_SEEN -> Text.of("看过材料或者实地查看", "evidence seen");
      case RULE_IN_ERROR -> Text.of("规则有误", "rule in error");
      case RULE_SWITCHED_OFF -> Text.of("规则已停用", "rule switched off");
      case HARDSHIP -> Text.of("确有困难", "hardship");
      case COURT_OR_SUPERIOR -> Text.of("法院或者上级机关的决定", "court or superior");
    };
  }

  static List<Option> codes() {
    return options(Verdicts.Code.values(), CaseWords::code);
  }

  static List<Option> refusals() {
    return options(
        Proposals.RefusalCode.values(),
        code ->
            switch (code) {
              case NOT_COMPETENT -> Text.of("不属于本机构办理", "not a matter of this office");
              case DUPLICATE -> Text.of("同一事项已经申请过", "applied for already");
            });
  }

  static <E extends Enum<E>> List<Option> options(E[] all, Function<E, Text> label) {
    return Arrays.stream(all).map(one -> new Option(one.name(), label.apply(one))).toList();
  }

  static List<String> values(List<Option> options) {
    return options.stream().map(Option::value).toList();
  }

  /** What has to hold before a decision, said of somebody who looks whether it does. */
  static Text needs(Guard guard) {
    return switch (guard) {
      case NAMED -> Text.of("由具名的人办理", "a named person does it");
      case NOT_PROPOSER -> Text.of("不是您自己提出的", "somebody else proposed it");
      case REASONS_OPENED -> Text.of("您打开过这一版的理由", "you opened the reasons of this version");
      case DELIVERED -> Text.of("处理意见已送达本人", "the proposal was delivered");
      case HEARD ->
          Text.of("本人说过意见，或者送达之后再次联系过", "the person commented, or one further attempt was made");
      case PERIOD_OVER -> Text.of("听取意见的期限已满", "the time to comment is over");
      case FACTS_SAME -> Text.of("提出以后事实没有变化", "no fact changed since");
      case NO_SWITCH -> Text.of("所依据的规则没有停用", "no rule of it is switched off");
      case PAYABLE -> Text.of("政策不是草案", "the policy is no draft");
      default -> guard.what();
    };
  }

  /** What an act holds that a reader wants beside its name. */
  static String more(ApplicationView.Done done) {
    var content = done.content();
    if (content.hasNonNull("way")) {
      Text way = way(Delivery.Way.valueOf(content.path("way").asText()));
      String to = content.path("to").asText("");
      String reached =
          content.has("reached") ? content.path("reached").asBoolean() ? "，联系上了" : "，没有联系上" : "";
      return way.zh() + (to.isEmpty() ? "" : "，" + to) + reached;
    }
    if (done.act() == Act.OFFICE_TASK) {
      return switch (content.path("because").asText()) {
        case "MAIL_BACK" -> "文书退回，请核对地址后再送";
        case "NOT_REACHED" -> "没有联系上，请再试";
        case "ASKED_LATER" -> "补充告知，责任在本机构";
        default -> "";
      };
    }
    return content
        .path("text")
        .asText(content.path("why").asText(content.path("document").asText("")));
  }
}
