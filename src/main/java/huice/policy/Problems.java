package huice.policy;

import static huice.policy.Words.say;

import huice.model.Problem;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/**
 * Collects the problems of one file into the list of all files. A file with very many is cut off
 * with a word.
 */
final class Problems {
  private static final int MOST = 1000;

  private final List<Problem> all;
  private final Map<String, Integer> counts;
  private final String file;
  private final boolean quoting;

  private Problems(List<Problem> all, Map<String, Integer> counts, String file, boolean quoting) {
    this.all = all;
    this.counts = counts;
    this.file = file;
    this.quoting = quoting;
  }

  static Problems empty() {
    return new Problems(new ArrayList<>(), new HashMap<>(), "", true);
  }

  /** For tables with personal data: problems repeat nothing that stands in a cell. */
  static Problems closed() {
    return new Problems(new ArrayList<>(), new HashMap<>(), "", false);
  }

  /** What stands in a cell, as a problem may show it. */
  String shown(String word) {
    return quoting ? Words.shown(word) : "…";
  }

  /** A problem of one cell, {@code column} from 0; the column is named where the cell is not. */
  void cell(int line, int column, Text what, Text instead) {
    if (quoting || column < 0) {
      add(line, what, instead);
      return;
    }
    String letters = CellReference.convertNumToColString(column);
    add(
        line,
        Text.of("第 " + letters + " 列：" + what.zh(), "column " + letters + ": " + what.en()),
        instead);
  }

  /** The same list, for another file. */
  Problems in(String otherFile) {
    return new Problems(all, counts, otherFile, quoting);
  }

  String file() {
    return file;
  }

  /** How many real problems there are so far, in all files. */
  int count() {
    return (int) all.stream().filter(p -> !p.notice()).count();
  }

  List<Problem> all() {
    return all;
  }

  void add(int line, Text what, Text instead) {
    add(Problem.at(file, line, what, instead));
  }

  void notice(int line, Text what, Text instead) {
    add(Problem.notice(file, line, what, instead));
  }

  void add(Problem problem) {
    int count = counts.merge(file, 1, Integer::sum);
    if (count <= MOST) {
      all.add(problem);
    } else if (count == MOST + 1) {
      all.add(
          Problem.at(
              file,
              0,
              say("问题超过 %d 处，其余未列", "more than %d problems, the rest is not listed", MOST),
              Text.of("请先改正以上各处", "correct these first")));
    }
  }

  void addAll(List<CaseFault> faults) {
    faults.forEach(f -> add(f.line(), f.what(), f.instead()));
  }

  void noticeAll(List<CaseFault> notices) {
    notices.forEach(f -> notice(f.line(), f.what(), f.instead()));
  }
}
