package huice.model;

import java.util.Comparator;

/**
 * Something wrong in an officer's file: where, what, and what to write instead. Data, never an
 * exception. {@code file} is relative to the project's folder with forward slashes; {@code line}
 * counts from 1, 0 means the file as a whole. A notice informs and does not fail a check.
 */
public record Problem(String file, int line, Text what, Text instead, boolean notice)
    implements Comparable<Problem> {

  public static Problem at(String file, int line, Text what, Text instead) {
    return new Problem(file, line, what, instead, false);
  }

  public static Problem notice(String file, int line, Text what, Text instead) {
    return new Problem(file, line, what, instead, true);
  }

  /** What is wrong and what to write instead, Chinese first. */
  public String message() {
    return what.zh() + "；" + instead.zh() + " (" + what.en() + "; " + instead.en() + ")";
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + message();
  }

  @Override
  public int compareTo(Problem other) {
    return Comparator.comparing(Problem::file)
        .thenComparingInt(Problem::line)
        .thenComparing(Problem::message)
        .compare(this, other);
  }
}
