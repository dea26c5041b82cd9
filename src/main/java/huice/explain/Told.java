package huice.explain;

import huice.model.Result;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outcome taken apart for a reader, in one language where officers or the dictionary wrote the
 * words, without a code name. Closed words of the program stay as they are: whoever writes a letter
 * has them in a file of its language. {@code inTheWay} are the conditions that the outcome wants
 * otherwise, {@code open} those that nobody knows yet.
 */
public record Told(
    String title,
    String subject,
    Result result,
    boolean indicative,
    List<Condition> inTheWay,
    List<Condition> open,
    List<Condition> held,
    @Nullable Sum sum,
    List<Month> months,
    List<Asked> missing,
    List<Lost> lost,
    List<String> notes,
    List<String> unsettled,
    List<Datum> data,
    List<String> remedies) {
  public Told {
    inTheWay = List.copyOf(inTheWay);
    open = List.copyOf(open);
    held = List.copyOf(held);
    months = List.copyOf(months);
    missing = List.copyOf(missing);
    lost = List.copyOf(lost);
    notes = List.copyOf(notes);
    unsettled = List.copyOf(unsettled);
    data = List.copyOf(data);
    remedies = List.copyOf(remedies);
  }

  /**
   * One condition in its officer's words. {@code clause} with the policy's title; {@code place} is
   * the rule's file and line, for officers only.
   */
  public record Condition(
      String sentence,
      Truth result,
      boolean unless,
      List<Datum> values,
      List<Used> parameters,
      String clause,
      String place) {
    public Condition {
      values = List.copyOf(values);
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A value that was seen. {@code source} is a word of the dictionary such as {@code document},
   * null for what was computed.
   */
  public record Datum(
      String label,
      String value,
      @Nullable String source,
      @Nullable LocalDate obtained,
      List<String> flags) {
    public Datum {
      flags = List.copyOf(flags);
    }
  }

  /** A parameter; {@code value} null where nobody published it. */
  public record Used(
      String name, @Nullable String value, @Nullable LocalDate from, String reference) {}

  /** A sum with its arithmetic; {@code value} null where it is not set or not known. */
  public record Sum(
      @Nullable String value, List<String> notSet, List<String> steps, List<String> shares) {
    public Sum {
      notSet = List.copyOf(notSet);
      steps = List.copyOf(steps);
      shares = List.copyOf(shares);
    }
  }

  /** A span of equal months; {@code from} and {@code to} are the same for one. */
  public record Month(
      String from, String to, Result result, @Nullable Sum sum, List<Condition> reasons) {
    public Month {
      reasons = List.copyOf(reasons);
    }
  }

  /** Something that is missing, as a question. {@code whole}: a list, to be named whole. */
  public record Asked(String question, List<String> sources, List<String> proofs, boolean whole) {
    public Asked {
      sources = List.copyOf(sources);
      proofs = List.copyOf(proofs);
    }
  }

  /** What gives way to something better, and why. */
  public record Lost(
      String what, String because, String reason, String clause, List<String> months) {
    public Lost {
      months = List.copyOf(months);
    }
  }
}
