package huice.entry.page.cases;

import huice.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as its page shows it. */
record CaseView(
    UUID id,
    UUID record,
    String receipt,
    String scheme,
    @Nullable String applicant,
    boolean person,
    String office,
    @Nullable String holder,
    Text channel,
    LocalDate appliedOn,
    LocalDate dueOn,
    boolean late,
    @Nullable String months,
    @Nullable String claimed,
    Text state,
    int version,
    @Nullable Proposal proposal,
    @Nullable Proposal inEffect,
    boolean held,
    @Nullable LocalDate commentUntil,
    @Nullable LocalDate objectUntil,
    List<Text> changes,
    @Nullable Sides sides,
    List<Said> said,
    List<Paper> letters,
    List<Done> acts,
    List<Action> actions,
    boolean own,
    String query) {

  /** A proposal or decision in brief; {@code mark} is how its tag looks. */
  record Proposal(
      UUID id,
      int no,
      Text kind,
      Text result,
      String mark,
      boolean adverse,
      @Nullable String amount,
      LocalDate on,
      String by,
      @Nullable String why) {}

  /** Old and new side by side, and what is different. */
  record Sides(Proposal before, Proposal now, List<Text> differences) {}

  /** What the person said, in the person's words. */
  record Said(Text act, LocalDate day, String text) {}

  record Paper(
      UUID id, Text kind, LocalDate day, @Nullable String delivered, List<String> lacking) {}

  record Done(Text act, LocalDate day, String time, String by, String more) {}

  /** Something to do: a page of its own, or a button that does it. */
  record Action(String address, Text label, boolean button, boolean first) {}
}
