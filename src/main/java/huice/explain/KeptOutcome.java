package huice.explain;

import com.fasterxml.jackson.databind.JsonNode;
import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.ConditionResult.Seen;
import huice.model.Confidence;
import huice.model.Due;
import huice.model.GivenUp;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Text;
import huice.model.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it was kept, read back from the JSON that {@link AssessmentJson} wrote: nothing is
 * computed again, and no release is asked (R11). What the JSON tells in brief stays so: of a
 * computed value only the first is there, without its name.
 */
public final class KeptOutcome {
  /** Where a value was computed, there is no fact to name. */
  private static final String COMPUTED = "computed()";

  private static final Text COMPUTED_LABEL = Text.of("测算得出", "computed");

  private final JsonNode labels;
  private final Map<String, ParameterSeen> parameters = new LinkedHashMap<>();
  private final Map<String, JsonNode> whole = new LinkedHashMap<>();
  private final boolean favourable;

  /** Whether it says which conditions were set aside. */
  private final boolean says;

  private final JsonNode outcome;

  private KeptOutcome(JsonNode assessment, JsonNode outcome) {
    this.labels = assessment.path("labels");
    this.outcome = outcome;
    this.says = assessment.has("form");
    this.favourable = Result.valueOf(outcome.path("outcome").asText()).favourable();
    for (JsonNode parameter : assessment.path("parameters")) {
      ParameterSeen seen = parameter(parameter);
      parameters.putIfAbsent(seen.name() + seen.value(), seen);
    }
    outcome.path("conditions").forEach(c -> whole.put(c.path("id").asText(), c));
  }

  /** The only outcome of an assessment of one. */
  public static Outcome of(JsonNode assessment) {
    JsonNode outcome = assessment.path("outcomes").path(0);
    if (outcome.isMissingNode()) {
      throw new IllegalArgumentException("no outcome was kept");
    }
    return new KeptOutcome(assessment, outcome).read();
  }

  private Outcome read() {
    return new Outcome(
        outcome.path("scheme").asText(),
        text(outcome, "title", "titleEn"),
        outcome.path("pack").asText(),
        SchemeKind.valueOf(outcome.path("kind").asText()),
        outcome.path("subject").asText(),
        Result.valueOf(outcome.path("outcome").asText()),
        outcome.path("indicative").asBoolean(),
        amount(outcome.path("amount")),
        due(outcome.path("due")),
        list(outcome.path("months"), this::month),
        list(outcome.path("conditions"), this::condition),
        List.copyOf(parameters.values()),
        list(outcome.path("missing"), KeptOutcome::missing),
        date(outcome, "recheckOn"),
        date(outcome, "possibleFrom"),
        list(outcome.path("givenUp"), KeptOutcome::givenUp),
        strings(outcome.path("choose")),
        list(outcome.path("notes"), n -> text(n, "text", "textEn")),
        strings(outcome.path("unsettled")),
        outcome.path("schemeDigest").asText());
  }

  private MonthLine month(JsonNode line) {
    List<String> missing = strings(line.path("missing"));
    return new MonthLine(
        YearMonth.parse(line.path("month").asText()),
        YearMonth.parse(line.path("to").asText()),
        Result.valueOf(line.path("outcome").asText()),
        amount(line.path("amount")),
        list(line.path("conditions"), this::condition),
        list(outcome.path("missing"), KeptOutcome::missing).stream()
            .filter(m -> missing.contains(m.fact()))
            .toList());
  }

  /** Of a month's condition, sentence and place stand with the outcome's own. */
  private ConditionResult condition(JsonNode node) {
    JsonNode told = node.has("text") ? node : whole.getOrDefault(node.path("id").asText(), node);
    Truth result = Truth.valueOf(node.path("result").asText());
    boolean unless = node.path("unless").asBoolean();
    boolean inTheWay = result == (unless ? Truth.MET : Truth.NOT_MET);
    return new ConditionResult(
        node.path("id").asText(),
        told.path("text").asText(),
        result,
        values(node),
        used(node.path("parameter").asText("")),
        told.path("clause").asText(),
        told.path("file").asText(),
        told.path("line").asInt(),
        date(node, "changesOn"),
        unless,
        // The first form does not say: what is favourable although this is in its way holds by an
        // alternative.
        says ? node.path("aside").asBoolean() : favourable && inTheWay);
  }

  private List<Seen> values(JsonNode condition) {
    List<Seen> seen = new ArrayList<>();
    boolean told = condition.path("value").isNull() || condition.path("value").isMissingNode();
    String first = condition.path("value").asText();
    for (JsonNode value : condition.path("values")) {
      String of = value.path("of").asText();
      told |= value.path("value").asText().equals(first);
      seen.add(
          new Seen(
              of,
              label(of),
              value.path("value").asText(),
              word(value, "source"),
              date(value, "obtained"),
              strings(value.path("flags"))));
    }
    if (!told) {
      seen.add(0, new Seen(COMPUTED, COMPUTED_LABEL, first, null, null, List.of()));
    }
    return seen;
  }

  private Text label(String of) {
    JsonNode label = labels.path(of.replaceAll("\\[\\d*]", ""));
    return label.isMissingNode() ? Text.of("", "") : text(label, "zh", "en");
  }

  /** The parameters by their brief names: {@code 〔…〕6 月；〔…〕未公布}. */
  private List<ParameterSeen> used(String brief) {
    List<ParameterSeen> used = new ArrayList<>();
    for (ParameterSeen parameter : parameters.values()) {
      String value = parameter.value() == null ? "未公布" : parameter.value();
      if (List.of(brief.split("；(?=〔)")).contains("〔" + parameter.name() + "〕" + value)) {
        used.add(parameter);
      }
    }
    return used;
  }

  private static ParameterSeen parameter(JsonNode node) {
    String confidence = word(node, "confidence");
    return new ParameterSeen(
        node.path("name").asText(),
        word(node, "value"),
        date(node, "from"),
        date(node, "dated"),
        node.path("reference").asText(""),
        confidence == null ? null : Confidence.valueOf(confidence),
        false,
        node.path("pastReview").asBoolean());
  }

  private static @Nullable Amount amount(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    return new Amount(
        number(node, "value"),
        number(node, "low"),
        number(node, "high"),
        strings(node.path("notSet")),
        word(node, "cap"),
        list(node.path("steps"), KeptOutcome::step),
        list(
            node.path("shares"),
            s ->
                new Amount.Share(s.path("to").asText(), new BigDecimal(s.path("value").asText()))));
  }

  private static Amount.Step step(JsonNode node) {
    return new Amount.Step(text(node, "text", "textEn"), node.path("value").asText());
  }

  private static @Nullable Due due(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    return new Due(
        date(node, "by"),
        date(node, "from"),
        strings(node.path("clauses")),
        node.path("line").asInt(),
        text(node, "rhythm", "rhythmEn"),
        strings(node.path("notSet")),
        list(
            node.path("items"),
            i ->
                new Due.Item(
                    i.path("name").asText(),
                    new BigDecimal(i.path("target").asText()),
                    new BigDecimal(i.path("done").asText()))),
        list(node.path("steps"), KeptOutcome::step));
  }

  private static Missing missing(JsonNode node) {
    return new Missing(
        node.path("fact").asText(),
        text(node, "label", "labelEn"),
        text(node, "question", "questionEn"),
        strings(node.path("sources")),
        strings(node.path("proofs")),
        strings(node.path("conditions")));
  }

  private static GivenUp givenUp(JsonNode node) {
    return new GivenUp(
        node.path("scheme").asText(),
        node.path("because").asText(),
        node.path("clause").asText(),
        text(node, "reason", "reasonEn"),
        strings(node.path("months")));
  }

  /** Where there is no English of its own, the Chinese stands for both. */
  private static Text text(JsonNode node, String zh, String en) {
    String chinese = node.path(zh).asText("");
    return Text.of(chinese, node.path(en).asText(chinese));
  }

  private static @Nullable String word(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : null;
  }

  private static @Nullable LocalDate date(JsonNode node, String field) {
    return node.hasNonNull(field) ? LocalDate.parse(node.path(field).asText()) : null;
  }

  private static @Nullable BigDecimal number(JsonNode node, String field) {
    return node.hasNonNull(field) ? new BigDecimal(node.path(field).asText()) : null;
  }

  private static List<String> strings(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> one) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(one.apply(node)));
    return all;
  }
}
