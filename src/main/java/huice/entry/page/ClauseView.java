package huice.entry.page;

import huice.model.Clause;
import huice.model.Text;

/** A clause as a page shows it. */
record ClauseView(Clause clause) {
  public Text status() {
    return switch (clause.status()) {
      case ENCODED -> Text.of("已编码", "encoded");
      case AGGREGATE -> Text.of("仅存文字", "kept as text");
      case DECLINED -> Text.of("有意不编码", "deliberately not encoded");
      case OPEN -> Text.of("待编码", "not yet encoded");
    };
  }

  public String word() {
    return switch (clause.status()) {
      case ENCODED -> "encoded";
      case AGGREGATE -> "aggregate";
      case DECLINED -> "declined";
      case OPEN -> "open";
    };
  }
}
