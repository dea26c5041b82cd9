package huice.casework;

import huice.model.Actor;
import huice.model.Text;
import huice.store.Erasing;
import huice.store.LogKind;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consent and its end: what is deleted then, what stays and why (R54). Thread-safe. */
@ApplicationScoped
public class Consents {
  private final Persons people;
  private final Records records;
  private final PersonTable persons;
  private final Erasing erasing;
  private final Retention retention;

  Consents(
      Persons people, Records records, PersonTable persons, Erasing erasing, Retention retention) {
    this.people = people;
    this.records = records;
    this.persons = persons;
    this.erasing = erasing;
    this.retention = retention;
  }

  /** Something held about a person, and why it was deleted or stays. */
  public record Held(Text what, Text why) {}

  /** What came of withdrawing a consent. */
  public record Withdrawal(UUID person, List<Held> deleted, List<Held> kept) {
    public Withdrawal {
      deleted = List.copyOf(deleted);
      kept = List.copyOf(kept);
    }
  }

  /** The person consents, from a day on. */
  @Transactional
  public Person give(
      Actor actor, UUID id, LocalDate on, @Nullable Integer seen, Visit visit, Instant at) {
    PersonRow person = people.changeable(actor, id, seen, visit);
    RecordRow record = records.row(person.id());
    records.own(actor, record, Persons.consent(true, on), at);
    PersonRow changed = persons.change(Changed.consent(person, on, null));
    people.write(
        LogKind.CONSENT, actor, person.id(), at, Map.of("act", "given", "on", on.toString()));
    return people.view(changed, record, false);
  }

  /**
   * The person withdraws the consent. What was recorded is deleted at once unless somebody has to
   * be able to contest a decision made from it, or a court to see it.
   */
  @Transactional
  public Withdrawal end(
      Actor actor, UUID id, LocalDate on, @Nullable Integer seen, Visit visit, Instant at) {
    PersonRow person = people.changeable(actor, id, seen, visit);
    RecordRow record = records.row(person.id());
    LocalDate given = person.consentOn() == null ? on : person.consentOn();
    persons.change(Changed.consent(person, given, on));
    Erasing.Answer answer = erasing.forget(person.id(), retention.since(at));
    records.own(actor, record, Persons.consent(false, on), at);
    people.write(
        LogKind.CONSENT,
        actor,
        person.id(),
        at,
        Map.of("act", "withdrawn", "on", on.toString(), "facts", answer.name()));
    return withdrawal(person.id(), answer);
  }

  private static Withdrawal withdrawal(UUID person, Erasing.Answer answer) {
    List<Held> deleted = new ArrayList<>();
    List<Held> kept = new ArrayList<>();
    deleted.add(
        new Held(
            Text.of("他人个案中对您情况的引用", "what others' cases showed of you"),
            Text.of("只凭您的同意才能出示", "it was shown by your consent only")));
    Text facts = Text.of("登记的全部事实及其快照", "all recorded facts and their snapshot");
    switch (answer) {
      case HELD ->
          kept.add(new Held(facts, Text.of("依法须暂时保全", "a legal hold stands until it is lifted")));
      case KEPT ->
          kept.add(
              new Held(
                  facts,
                  Text.of(
                      "据此办理的申请和决定在保存期内，您要能够申诉、我们要能够复核",
                      "applications and decisions made from them are still kept, for you to object"
                          + " and for us to replay")));
      default -> deleted.add(new Held(facts, Text.of("已没有保存的理由", "nothing needs them any more")));
    }
    kept.add(
        new Held(
            Text.of("身份证件号码、姓名和登记", "number, name and registration"),
            Text.of("您没有要求注销登记；要求后即清除", "you did not ask for erasure; ask and it is cleared")));
    kept.add(
        new Held(
            Text.of("谁在何时查看和办理的日志", "the log of who read and did what"),
            Text.of("供您查问；注销登记后不可再读", "for you to ask; unreadable after an erasure")));
    return new Withdrawal(person, deleted, kept);
  }
}
