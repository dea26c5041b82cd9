package huice.entry.page.cases;

import huice.casework.Releases;
import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Machine;
import huice.engine.CompiledRelease;
import huice.explain.KeptOutcome;
import huice.explain.Language;
import huice.explain.Teller;
import huice.explain.Told;
import huice.model.Role;
import huice.model.Text;
import huice.model.Truth;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the reasons of a decision from its stored record; nothing is computed again (R11). */
@RequestScoped
class Reasoning {
  private final Releases releases;
  private final Cases cases;

  Reasoning(Releases releases, Cases cases) {
    this.releases = releases;
    this.cases = cases;
  }

  ReasonsView of(ApplicationView view, @Nullable DecisionView whole, Role role) {
    boolean mayConfirm =
        view.possible().contains(Act.CONFIRM) && Machine.who(Act.CONFIRM).contains(role);
    ApplicationView.Brief brief = view.application();
    String scheme = cases.title(brief.scheme());
    if (whole == null) {
      return new ReasonsView(
          brief.id(),
          brief.receipt(),
          scheme,
          null,
          null,
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          mayConfirm);
    }
    Told told = told(whole);
    return new ReasonsView(
        brief.id(),
        brief.receipt(),
        scheme,
        cases.proposal(whole.decision()),
        CaseWords.result(told.result().name()),
        whole.decision().release(),
        conditions(told),
        told.months().stream().map(Reasoning::month).toList(),
        arithmetic(told.sum()),
        told.missing().stream().map(Reasoning::asked).toList(),
        told.lost().stream()
            .map(l -> l.what() + "：因「" + l.because() + "」，" + l.reason() + " — " + l.clause())
            .toList(),
        told.notes(),
        told.remedies(),
        whole.switchedOff(),
        mayConfirm);
  }

  private Told told(DecisionView whole) {
    CompiledRelease release = releases.compiled(whole.decision().release());
    var titles =
        release.schemes().stream()
            .collect(
                Collectors.toMap(s -> s.id(), s -> Text.of(s.title(), s.title()), (a, b) -> a));
    return new Teller(release.source(), titles, Language.ZH).tell(KeptOutcome.of(whole.outcome()));
  }

  private static List<ReasonsView.Line> conditions(Told told) {
    List<ReasonsView.Line> lines = new ArrayList<>();
    told.inTheWay().forEach(c -> lines.add(line(c, "bad")));
    told.open().forEach(c -> lines.add(line(c, "open")));
    told.held().forEach(c -> lines.add(line(c, "good")));
    return lines;
  }

  private static ReasonsView.Line line(Told.Condition condition, String mark) {
    return new ReasonsView.Line(
        mark,
        truth(condition.result()),
        (condition.unless() ? "除非：" : "") + condition.sentence(),
        condition.values().stream().map(Reasoning::seen).toList(),
        condition.parameters().stream().map(Reasoning::used).toList(),
        condition.clause(),
        condition.place());
  }

  private static Text truth(Truth truth) {
    return switch (truth) {
      case MET -> Text.of("满足", "met");
      case NOT_MET -> Text.of("不满足", "not met");
      case UNKNOWN -> Text.of("未知", "unknown");
    };
  }

  private static String seen(Told.Datum datum) {
    List<String> how = new ArrayList<>();
    if (datum.source() != null) {
      how.add(source(datum.source()));
    }
    if (datum.obtained() != null) {
      how.add(datum.obtained() + " 取得");
    }
    datum.flags().forEach(flag -> how.add(flag(flag)));
    String value = datum.label().isBlank() ? datum.value() : datum.label() + "：" + datum.value();
    return how.isEmpty() ? value : value + "（" + String.join("，", how) + "）";
  }

  private static String source(String source) {
    return switch (source) {
      case "person" -> "本人陈述";
      case "document" -> "材料";
      case "ledger" -> "本机构台账";
      default -> source.startsWith("register:") ? "登记 " + source.substring(9) : "用人单位";
    };
  }

  private static String flag(String flag) {
    return switch (flag) {
      case "stale" -> "已过时效";
      case "weak" -> "仅为比对或估算";
      case "conflict" -> "来源不一致";
      case "withdrawn" -> "已撤回";
      default -> "未说明是否完整";
    };
  }

  private static String used(Told.Used used) {
    String value = used.value() == null ? "未公布" : used.value();
    String from = used.from() == null ? "" : "，" + used.from() + " 起";
    return "〔" + used.name() + "〕" + value + from;
  }

  private static ReasonsView.Month month(Told.Month month) {
    String name =
        month.from().equals(month.to()) ? month.from() : month.from() + " 至 " + month.to();
    Told.Sum sum = month.sum();
    String value = sum == null || sum.value() == null ? "—" : sum.value();
    String mark = month.result().favourable() ? "good" : month.result().settled() ? "bad" : "open";
    return new ReasonsView.Month(
        name,
        CaseWords.result(month.result().name()),
        mark,
        value,
        month.reasons().stream().map(Told.Condition::sentence).toList());
  }

  private static List<String> arithmetic(Told.@Nullable Sum sum) {
    if (sum == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(sum.steps());
    lines.addAll(sum.shares());
    sum.notSet().forEach(name -> lines.add("尚未公布：〔" + name + "〕"));
    return lines;
  }

  private static String asked(Told.Asked asked) {
    return asked.proofs().isEmpty()
        ? asked.question()
        : asked.question() + "（材料：" + String.join("、", asked.proofs()) + "）";
  }
}
