package huice.entry.page.counter;

import huice.casework.Person;
import huice.casework.Visit;
import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a page is about, at its head. {@code query} is what every address of this visit ends with.
 */
@TemplateData
public record Head(
    UUID id,
    String name,
    String number,
    String office,
    LocalDate registeredOn,
    @Nullable LocalDate consentOn,
    @Nullable LocalDate consentEndedOn,
    boolean automatic,
    int version,
    String query,
    String purpose) {
  static Head of(Person person, Visit visit) {
    return new Head(
        person.id(),
        Objects.requireNonNullElse(person.name(), "—"),
        Objects.requireNonNullElse(person.number(), "—"),
        person.office(),
        person.registeredOn(),
        person.consentOn(),
        person.consentEndedOn(),
        person.automatic(),
        person.version(),
        Visitor.query(visit),
        visit.purpose() == null ? "" : visit.purpose().id());
  }

  /** The address of one of the person's pages. */
  public String to(String page) {
    return "/desk/persons/" + id + (page.isEmpty() ? "" : "/" + page) + query;
  }

  /** The same with a parameter of its own. */
  public String to(String page, String name, String value) {
    String address = to(page);
    return address
        + (address.indexOf('?') < 0 ? "?" : "&")
        + name
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public String scheme(String scheme) {
    return to("schemes/" + scheme);
  }

  /** Where a vacancy is offered to the person. */
  public String job(UUID job) {
    return to("jobs/" + job);
  }

  public String originals(String scheme) {
    return to("schemes/" + scheme + "/originals");
  }

  public String apply(String scheme) {
    return to("apply/" + scheme);
  }

  /** The sheet of facts of a place in the record. */
  public String facts(String at) {
    return at.isEmpty() ? to("facts") : to("facts", "at", at);
  }

  /** The sheet of a row that is not there yet. */
  public String newRow(String list) {
    return facts(list + "[new]");
  }

  /** Whether the person lets others' cases show the own data. */
  public boolean consents() {
    return consentOn != null && consentEndedOn == null;
  }
}
