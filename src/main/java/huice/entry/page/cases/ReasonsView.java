package huice.entry.page.cases;

import huice.model.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reasons of one version as they were made, condition by condition. */
record ReasonsView(
    UUID id,
    String receipt,
    String scheme,
    CaseView.@Nullable Proposal proposal,
    @Nullable Text rules,
    String release,
    List<Line> conditions,
    List<Month> months,
    List<String> arithmetic,
    List<String> missing,
    List<String> lost,
    List<String> notes,
    List<String> remedies,
    List<String> switchedOff,
    boolean mayConfirm) {

  /** A condition with what was seen (R8). */
  record Line(
      String mark,
      Text truth,
      String sentence,
      List<String> seen,
      List<String> parameters,
      String clause,
      String place) {}

  record Month(String name, Text result, String mark, String sum, List<String> reasons) {}
}
