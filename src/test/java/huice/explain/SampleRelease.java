package huice.explain;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Relation;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A release of one lamp and its wicks, enough for labels. */
final class SampleRelease {
  private SampleRelease() {}

  static Release release() {
    Entity lamp =
        new Entity(
            "lamp",
            Text.of("灯", "lamp"),
            null,
            null,
            List.of(
                fact("lit", ValueType.DATE, Fact.ChangedBy.PERSON, List.of("ledger"), false, null),
                fact(
                    "kin",
                    ValueType.YES_NO,
                    Fact.ChangedBy.PERSON,
                    List.of("ledger"),
                    false,
                    "marriage"),
                fact("ill", ValueType.YES_NO, Fact.ChangedBy.PERSON, List.of("ledger"), true, null),
                fact(
                    "room",
                    ValueType.YES_NO,
                    Fact.ChangedBy.PERSON,
                    List.of("person"),
                    false,
                    null),
                fact(
                    "seal",
                    ValueType.YES_NO,
                    Fact.ChangedBy.OFFICE,
                    List.of("ledger"),
                    false,
                    null)),
            List.of(
                new Relation(
                    "lamp", "wicks", 0, "wick", true, text("wicks"), text("wicks"), "f", 1),
                new Relation(
                    "lamp", "calls", 1, "call", true, text("calls"), text("calls"), "f", 1)));
    Entity call =
        new Entity(
            "call",
            Text.of("求助", "call"),
            "made",
            null,
            List.of(
                fact(
                    "made",
                    ValueType.DATE,
                    Fact.ChangedBy.PERSON,
                    List.of("person", "ledger"),
                    false,
                    null)),
            List.of());
    Entity wick =
        new Entity(
            "wick",
            Text.of("灯芯", "wick"),
            "cut",
            null,
            List.of(
                fact("cut", ValueType.DATE, Fact.ChangedBy.NOBODY, List.of("person"), false, null)),
            List.of());
    Dictionary dictionary =
        new Dictionary(
            Map.of("lamp", lamp, "wick", wick, "call", call),
            Map.of("lamp", "lamp"),
            Map.of(
                "lamp", new SubjectKind("lamp", Text.of("灯", "lamp"), "lamp", List.of(), null),
                "wick",
                    new SubjectKind("wick", Text.of("灯芯", "wick"), null, List.of(), "lamp.wicks")),
            List.of());
    Parameter months =
        new Parameter(
            "demo",
            "demo/m",
            "亮灯要求",
            "Months to be alight",
            ValueType.COUNT,
            Unit.MONTH,
            false,
            null,
            "一",
            List.of(),
            "f",
            1);
    Pack pack =
        new Pack(
            "demo",
            text("demo"),
            "",
            false,
            null,
            null,
            List.of(),
            List.of(months),
            List.of(),
            List.of(),
            List.of());
    RuleText vocabulary =
        new RuleText("", "vocabulary", RuleText.Form.SENTENCES, "rules/vocabulary.dsl", List.of());
    return new Release(
        "0123456789abcdef", dictionary, List.of(pack), vocabulary, List.of(), List.of(), List.of());
  }

  private static Fact fact(
      String id,
      ValueType type,
      Fact.ChangedBy changedBy,
      List<String> sources,
      boolean sensitive,
      @Nullable String protectedAttribute) {
    return new Fact(
        "lamp",
        id,
        List.of("lit", "kin", "ill", "room", "seal").indexOf(id) < 0
            ? 0
            : List.of("lit", "kin", "ill", "room", "seal").indexOf(id),
        text(id),
        text(id),
        type,
        Unit.NONE,
        false,
        List.<Choice>of(),
        sources,
        List.of("材料" + id),
        null,
        changedBy,
        Fact.Absence.ASK,
        sensitive,
        protectedAttribute,
        "f",
        1);
  }

  private static Text text(String id) {
    return Text.of("「" + id + "」", id);
  }
}
