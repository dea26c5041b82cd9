package huice.casework.decision;

import com.fasterxml.jackson.databind.JsonNode;
import huice.casework.Invalid;
import huice.casework.Visit;
import huice.model.Text;
import huice.store.ActRow;
import huice.store.AddressTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What holds of something that is delivered, or comes back. Thread-safe. */
@ApplicationScoped
class Sending {
  private final AddressTable addresses;
  private final Views views;

  Sending(AddressTable addresses, Views views) {
    this.addresses = addresses;
    this.views = views;
  }

  /** An act that delivers something. */
  Doing delivering(Doing doing, Courses.Loaded loaded, Delivery how) {
    return delivering(doing, loaded, how, Visit.NONE);
  }

  /**
   * The same where the person may be at another office, which hands it over.
   *
   * @throws Invalid when it would go another way although the person is here
   */
  Doing delivering(Doing doing, Courses.Loaded loaded, Delivery how, Visit visit) {
    if (visit.present() && how.way() != Delivery.Way.HANDED) {
      throw new Invalid(
          "/way",
          Text.of("本人在场，应当面送达", "the person is here: it is handed over"),
          Text.of("写当面送达", "write handed over"));
    }
    boolean place =
        !how.way().confirmed()
            || addresses.confirmed(loaded.row().record(), how.way().name(), how.on());
    return doing
        .on(how.on())
        .where(Circumstance.PRESENT, visit.present())
        .where(Circumstance.DELIVERY_KNOWN, how.known())
        .where(Circumstance.ADDRESS_CONFIRMED, place);
  }

  /** Whether what the state rests on was sent, not after a day, and has not come back yet. */
  boolean out(Courses.Loaded loaded, LocalDate day) {
    Act sent =
        switch (loaded.course().state()) {
          case WAITS_FOR_FACTS -> Act.TELL_MISSING;
          case COMMENT_PERIOD -> Act.DELIVER;
          default -> Act.NOTIFY;
        };
    boolean out = false;
    for (ActRow act : loaded.acts()) {
      if (act.kind().equals(sent.name())) {
        JsonNode way = views.tree(act.content()).path("way");
        out = Delivery.Way.valueOf(way.asText()).returnable() && !act.day().isAfter(day);
      } else if (act.kind().equals(Act.MAIL_BACK.name())) {
        out = false;
      }
    }
    return out;
  }
}
