package huice.policy;

import huice.model.Text;

/**
 * Something wrong in a case as it was handed in. {@code pointer} is an RFC 6901 JSON pointer into
 * it, {@code line} counts from 1 (0: unknown).
 */
public record CaseFault(String pointer, int line, Text what, Text instead) {

  /** What is wrong and what to write instead, Chinese first. */
  public String message() {
    return what.zh() + "；" + instead.zh() + " (" + what.en() + "; " + instead.en() + ")";
  }
}
