package huice.entry.page.employer;

import huice.casework.employer.Duty;
import huice.entry.page.counter.Inputs;
import huice.explain.Worded;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Text;
import huice.model.ValueType;
import huice.policy.RecordedValues;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What worker, employer and others say of the same thing, side by side (R17). {@code whose} is the
 * case it lies in, null for the employer's own.
 */
@TemplateData
public record Versions(
    @Nullable String whose,
    Text what,
    List<Version> worker,
    List<Version> employer,
    List<Version> others) {
  private static final String WORKER = "person";
  private static final String EMPLOYER = "employer";

  /** One version with its source and the day on which the office got it. */
  @TemplateData
  public record Version(String value, Text source, @Nullable LocalDate obtained) {}

  /** Each disputed fact once, though several duties read it. */
  static List<Versions> of(Worded words, List<Duty> duties) {
    Map<String, Versions> found = new LinkedHashMap<>();
    for (Duty duty : duties) {
      for (Duty.Dispute dispute : duty.disputes()) {
        found.putIfAbsent(duty.record() + " " + dispute.path(), of(words, duty, dispute));
      }
    }
    return List.copyOf(found.values());
  }

  private static Versions of(Worded words, Duty duty, Duty.Dispute dispute) {
    List<Version> worker = new ArrayList<>();
    List<Version> employer = new ArrayList<>();
    List<Version> others = new ArrayList<>();
    for (Known.Value said : dispute.versions()) {
      String source = said.evidence().source();
      List<Version> of =
          source.equals(WORKER) ? worker : source.equals(EMPLOYER) ? employer : others;
      of.add(
          new Version(
              value(dispute.fact(), said.raw()),
              Worded.source(source),
              said.evidence().obtained()));
    }
    String whose =
        duty.worker() == null ? null : duty.worker() + "，" + words.subject(duty.outcome()).zh();
    return new Versions(
        whose, words.label(duty.outcome(), dispute.path()), worker, employer, others);
  }

  private static String value(Fact fact, long raw) {
    boolean canBeNone = fact.type() == ValueType.DATE || fact.type() == ValueType.CHOICE;
    return canBeNone && raw == RecordedValues.none(fact)
        ? Inputs.shown(fact, null)
        : Inputs.shown(fact, RecordedValues.text(fact, raw));
  }
}
