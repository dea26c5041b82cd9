package huice.casework.counter;

import huice.casework.LiveRelease;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Now;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.store.Keys;
import huice.store.OriginalTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files an application from the counter, and shows its receipt. Thread-safe. */
@ApplicationScoped
public class Filing {
  private final Applications applications;
  private final Persons persons;
  private final OriginalTable table;
  private final Drafts drafts;
  private final Keys keys;
  private final LiveRelease live;

  Filing(
      Applications applications,
      Persons persons,
      OriginalTable table,
      Drafts drafts,
      Keys keys,
      LiveRelease live) {
    this.applications = applications;
    this.persons = persons;
    this.table = table;
    this.drafts = drafts;
    this.keys = keys;
    this.live = live;
  }

  /** An application that was received, with whom it came from; for the person to take along. */
  public record Receipt(
      Person person, ApplicationView application, @Nullable String representative) {}

  /**
   * Receives an application; the draft that it was typed in is gone with it.
   *
   * @param representative who files for the person, null when the person does
   * @param draft the form that it was typed in, null when in none
   */
  @Transactional
  public ApplicationView file(
      Applications.Claim claim,
      @Nullable String representative,
      @Nullable String draft,
      Visit visit,
      Actor by,
      Now now) {
    ApplicationView view = applications.apply(claim, visit, by, now);
    UUID person = view.application().record();
    if (representative != null) {
      byte[] content = keys.seal(person, representative.getBytes(StandardCharsets.UTF_8));
      table.represent(view.application().id(), person, content, now.at(), by.id());
    }
    if (draft != null) {
      drafts.drop(by, person, draft);
    }
    return view;
  }

  /** What a scheme is called now. */
  public String title(String scheme) {
    return live.get().schemes().stream()
        .filter(info -> info.id().equals(scheme))
        .map(SchemeInfo::title)
        .findFirst()
        .orElse(scheme);
  }

  /** The receipt; reading it is noted. */
  @Transactional
  public Receipt receipt(UUID application, Actor by, Visit visit, Now now) {
    ApplicationView view = applications.view(application, visit, by, now);
    UUID record = view.application().record();
    Person person = persons.open(by, record, visit, "receipt", now.at());
    return new Receipt(person, view, representative(person.id(), application));
  }

  /** Who filed an application for the person; reading it is noted. */
  @Transactional
  public @Nullable String representative(UUID application, Visit visit, Actor by, Now now) {
    UUID record = applications.view(application, visit, by, now).application().record();
    return representative(record, application);
  }

  /** Who filed an application for the person, null when the person did; the caller opened both. */
  @Transactional
  public @Nullable String representative(UUID person, UUID application) {
    return table
        .representative(application)
        .map(kept -> new String(keys.open(person, kept), StandardCharsets.UTF_8))
        .orElse(null);
  }
}
