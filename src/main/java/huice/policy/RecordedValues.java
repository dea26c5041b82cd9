package huice.policy;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;

/** Values of facts as texts that are kept, in the one form in which cases write them. */
public final class RecordedValues {
  private RecordedValues() {}

  /** The text under which a value is kept: the same value always has the same text. */
  public static String text(Fact fact, long raw) {
    return CaseWriter.value(fact, raw).toString();
  }

  /**
   * What a kept text says of a fact; absent when the dictionary has changed since and the fact can
   * no longer have that value.
   */
  public static Known read(Fact fact, String text, Evidence evidence) {
    Tree.Scalar scalar = new Tree.Scalar(text, Tree.Scalar.Form.PLAIN, 0);
    Known known = new ValueReader(fact, new Faults(false)).known(scalar, Where.ROOT, evidence);
    return known == null ? Known.ABSENT : known;
  }

  /** What a none stands for where it is compared with values of other sources. */
  public static long none(Fact fact) {
    return new ValueReader(fact, new Faults(false)).none();
  }
}
