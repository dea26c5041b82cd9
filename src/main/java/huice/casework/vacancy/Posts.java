package huice.casework.vacancy;

import huice.casework.OfficeFile;
import huice.model.Text;
import huice.store.VacancyTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Stored vacancies as drafts and as views. */
final class Posts {
  private Posts() {}

  static Draft draft(VacancyTable.Post post) {
    return new Draft(
        post.source(),
        post.firm(),
        post.title(),
        post.skill(),
        post.duties(),
        post.needs(),
        Reach.valueOf(post.reach()),
        post.place(),
        post.township(),
        post.positions(),
        post.payLow(),
        post.payHigh(),
        Draft.PayPer.valueOf(post.payPer()),
        post.workingTime(),
        post.contract(),
        post.insurance(),
        post.apply(),
        post.receivedOn(),
        post.expiresOn());
  }

  static VacancyView view(
      VacancyTable.Post post,
      LocalDate on,
      OfficeFile office,
      OfficeFile.Term term,
      int offers,
      List<Wording.Found> found) {
    VacancyView.State state = state(post, on, !found.isEmpty());
    LocalDate by = term.due(post.receivedOn());
    boolean waits = state == VacancyView.State.ENTERED;
    return new VacancyView(
        post.id(),
        state,
        post.office(),
        word(office.sources(), post.source()),
        post.firm(),
        post.title(),
        post.skill(),
        word(office.skills(), post.skill()),
        post.duties(),
        post.needs(),
        Reach.valueOf(post.reach()),
        post.place(),
        post.township(),
        post.positions(),
        post.payLow(),
        post.payHigh(),
        Draft.PayPer.valueOf(post.payPer()),
        post.workingTime(),
        post.contract(),
        post.insurance(),
        post.apply(),
        post.receivedOn(),
        post.expiresOn(),
        post.checkedOn(),
        waits ? by : null,
        waits ? term.why() : null,
        waits && by != null && by.isBefore(on),
        offers,
        found.stream().map(f -> f.what().zh()).toList(),
        post.version());
  }

  private static Text word(Map<String, Text> words, String id) {
    return words.getOrDefault(id, Text.of(id, id));
  }

  private static VacancyView.State state(VacancyTable.Post post, LocalDate on, boolean blocked) {
    if (post.withdrawnOn() != null) {
      return VacancyView.State.WITHDRAWN;
    }
    if (post.expiresOn().isBefore(on)) {
      return VacancyView.State.EXPIRED;
    }
    if (blocked) {
      return VacancyView.State.BLOCKED;
    }
    Boolean confirmed = post.confirmed();
    if (confirmed == null) {
      return VacancyView.State.ENTERED;
    }
    return confirmed ? VacancyView.State.OPEN : VacancyView.State.NOT_CONFIRMED;
  }
}
