package huice.entry.page.cases;

import huice.casework.decision.Verdicts;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What something means for the person, said before it is done. Stateless. */
final class Meaning {
  private Meaning() {}

  static List<Text> ofAdverse(CaseView view, CaseView.Proposal proposal) {
    List<Text> means = new ArrayList<>();
    String who = view.applicant() == null ? "申请人" : view.applicant();
    means.add(
        Text.of(
            who
                + " 申请的「"
                + view.scheme()
                + "」："
                + proposal.result().zh()
                + (proposal.amount() == null ? "" : "，" + proposal.amount()),
            "The result: " + proposal.result().en()));
    if (view.claimed() != null) {
      String granted = proposal.amount() == null ? "0.00 元" : proposal.amount();
      means.add(
          Text.of(
              "申请 " + view.claimed() + "，给付 " + granted,
              "Applied for " + view.claimed() + ", granted " + granted));
    }
    CaseView.Proposal before = view.inEffect();
    if (before != null && before.amount() != null) {
      means.add(
          Text.of(
              "现在享受的 " + before.amount() + " 将由这个决定代替",
              "What the person has now, " + before.amount() + ", gives way to this"));
    }
    means.add(
        Text.of(
            "本人可以自送达之日起提出异议；在期限内提出的，停止执行，由另一人复核。",
            "The person may object from delivery on; in time that holds it, and another person reviews."));
    return means;
  }

  static List<Text> ofGrant(CaseView view, CaseView.Proposal proposal) {
    String amount = proposal.amount() == null ? "" : "，" + proposal.amount();
    return List.of(
        Text.of(
            "「" + view.scheme() + "」：" + proposal.result().zh() + amount,
            "The result: " + proposal.result().en()));
  }

  static List<Text> ofVerdict(CaseView view, Verdicts.@Nullable Verdict verdict) {
    String who = view.applicant() == null ? "申请人" : view.applicant();
    List<Text> means = new ArrayList<>();
    Text result =
        verdict == null
            ? CaseWords.result("NOT_OPENED")
            : CaseWords.result(verdict.result().name());
    String sum =
        verdict == null || verdict.amount() == null ? "" : "，" + Cases.yuan(verdict.amount());
    means.add(
        Text.of(
            who + " 申请的「" + view.scheme() + "」：" + result.zh() + sum,
            "The result: " + result.en()));
    means.add(
        Text.of(
            "这只是一个意见：送达以后本人有时间陈述，由另一人看过理由再确认，才会生效。",
            "This is a proposal: it is delivered, the person has time to comment, and somebody else who read the reasons confirms it before it has effect."));
    return means;
  }

  static List<Text> ofClosing() {
    return List.of(
        Text.of(
            "本人暂时得不到答复。结案以前须一次性告知缺什么、给过时间，并且看过理由。",
            "The person gets no answer for now. First the person was told everything that is missing, had time, and you read the reasons."),
        Text.of(
            "本人随时可以要求恢复办理，申请日期不变；也可以提出异议。",
            "It is reopened whenever the person asks, with its first date; the person may object."));
  }
}
