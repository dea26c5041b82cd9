package huice.casework.complaint;

import huice.casework.Organisations;
import huice.model.Text;
import huice.store.ComplaintTable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Complaints as views, with their words or without. Thread-safe. */
@Singleton
class Views {
  /** Between the two languages of a kept text. */
  private static final String BETWEEN = "\n";

  private final ComplaintTable table;
  private final Vault vault;
  private final Organisations organisations;

  Views(ComplaintTable table, Vault vault, Organisations organisations) {
    this.table = table;
    this.vault = vault;
    this.organisations = organisations;
  }

  static String kept(Text text) {
    return text.zh() + BETWEEN + text.en();
  }

  static Text told(String kept) {
    int at = kept.indexOf(BETWEEN);
    return at < 0
        ? Text.of(kept, kept)
        : Text.of(kept.substring(0, at), kept.substring(at + BETWEEN.length()));
  }

  static ComplaintView.State state(ComplaintTable.Complaint of) {
    String end = of.endKind();
    if (end != null) {
      return ComplaintView.State.valueOf(end);
    }
    if (of.answeredOn() != null && Topic.valueOf(of.topic()) == Topic.WAGES) {
      return ComplaintView.State.MONEY_OPEN;
    }
    return ComplaintView.State.OPEN;
  }

  /** Without its words: nothing sealed is opened. */
  ComplaintView outside(ComplaintTable.Complaint of, LocalDate today) {
    return view(of, new Sent.Content("", null, null, null, null), false, List.of(), today);
  }

  ComplaintView whole(ComplaintTable.Complaint of, LocalDate today) {
    Sent.Content content = vault.open(of.id(), of.content(), Sent.Content.class);
    List<ComplaintView.Did> acts =
        table.acts(of.id()).stream()
            .map(
                act ->
                    new ComplaintView.Did(
                        Step.valueOf(act.kind()),
                        Step.valueOf(act.kind()).label(),
                        act.onDay(),
                        vault.openText(of.id(), act.content()),
                        act.by() == null))
            .toList();
    return view(of, content, true, acts, today);
  }

  private ComplaintView view(
      ComplaintTable.Complaint of,
      Sent.Content content,
      boolean words,
      List<ComplaintView.Did> acts,
      LocalDate today) {
    Topic topic = Topic.valueOf(of.topic());
    ComplaintView.State state = state(of);
    LocalDate due = of.dueOn();
    return new ComplaintView(
        of.id(),
        topic,
        topic.label(),
        of.office(),
        Sent.Channel.valueOf(of.channel()),
        of.hidden(),
        of.receivedOn(),
        due,
        told(of.dueWhy()),
        of.answeredOn() == null && !state.over() && due != null && due.isBefore(today),
        state,
        of.firm(),
        title(of.firm()),
        words ? content.text() : null,
        content.firm(),
        content.amount(),
        content.name(),
        content.replyTo(),
        acts,
        of.version());
  }

  private @Nullable String title(@Nullable UUID firm) {
    return firm == null ? null : organisations.title(firm);
  }
}
