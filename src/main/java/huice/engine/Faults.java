package huice.engine;

import huice.model.Problem;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file while it is compiled. Used by one thread. */
final class Faults {
  private final String file;
  private final List<Problem> problems;
  private boolean any;

  Faults(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void add(int line, Text what, Text instead) {
    problems.add(Problem.at(file, line, what, instead));
    any = true;
  }

  void add(int line, String zh, String en, String insteadZh, String insteadEn) {
    add(line, Text.of(zh, en), Text.of(insteadZh, insteadEn));
  }

  void notice(int line, Text what, Text instead) {
    problems.add(Problem.notice(file, line, what, instead));
  }

  boolean any() {
    return any;
  }

  String file() {
    return file;
  }

  static List<Problem> list() {
    return new ArrayList<>();
  }
}
