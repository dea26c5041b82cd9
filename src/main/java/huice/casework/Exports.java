package huice.casework;

import huice.model.Actor;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Text;
import huice.policy.RecordedValues;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.OpenCases;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tables to take away: the persons of one's own open cases, masked, and the public names of
 * organisations. There is no choice of persons by anything that is recorded about them.
 * Thread-safe.
 */
@ApplicationScoped
public class Exports {
  /** States of an application in which the office still owes something. */
  private static final List<String> OPEN =
      List.of(
          "APPLIED",
          "WAITS_FOR_FACTS",
          "WAITS_FOR_RULES",
          "PROPOSED",
          "ADVERSE_PROPOSED",
          "COMMENT_PERIOD",
          "OBJECTED",
          "OBJECTED_LATE",
          "OBJECTED_GRANTED",
          "OBJECTED_SILENCE");

  private final OpenCases open;
  private final Records records;
  private final RecordTable table;
  private final PersonTable registered;
  private final Persons persons;
  private final Access access;
  private final LiveRelease live;
  private final Journal journal;

  Exports(
      OpenCases open,
      Records records,
      RecordTable table,
      PersonTable registered,
      Persons persons,
      Access access,
      LiveRelease live,
      Journal journal) {
    this.open = open;
    this.records = records;
    this.table = table;
    this.registered = registered;
    this.persons = persons;
    this.access = access;
    this.live = live;
    this.journal = journal;
  }

  /**
   * Head and rows: the persons with open applications that the caller took in, number and name
   * masked, and what is known of each today; the log gets one entry a person.
   */
  @Transactional
  public List<List<String>> persons(Actor actor, ExportPurpose purpose, String form, Instant at) {
    Dictionary dictionary = live.get().source().dictionary();
    Entity entity = dictionary.entity(access.personEntity()).orElseThrow();
    List<Fact> facts = entity.facts().stream().filter(fact -> !fact.sensitive()).toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("身份证件号码", "姓名"));
    facts.forEach(fact -> head.add(fact.label().zh()));
    rows.add(head);
    List<UUID> own = open.persons(actor.id(), actor.office(), OPEN);
    for (UUID id : own) {
      rows.add(row(id, facts, dictionary, at));
    }
    journal.writeAll(own.stream().map(id -> entry(actor, id, purpose, form, at)).toList());
    return rows;
  }

  private List<String> row(UUID id, List<Fact> facts, Dictionary dictionary, Instant at) {
    RecordRow record = records.row(id);
    Person person = persons.view(registered.find(id).orElseThrow(), record, false);
    String root = Reading.root(dictionary, record.entity()).orElseThrow();
    Case known = records.caseOf(id, Days.of(at), null, null, records.version(), dictionary);
    Node node = known.roots().get(root);
    List<String> row = new ArrayList<>();
    row.add(person.number() == null ? "" : person.number());
    row.add(person.name() == null ? "" : person.name());
    for (Fact fact : facts) {
      row.add(node == null ? "" : word(fact, node.fact(fact)));
    }
    return row;
  }

  /** What is known, as a table to import has it; sources that differ stand side by side. */
  private static String word(Fact fact, Known known) {
    if (known instanceof Known.Value value) {
      return RecordedValues.text(fact, value.raw());
    }
    if (known instanceof Known.Conflict conflict) {
      return conflict.values().stream()
          .map(value -> RecordedValues.text(fact, value.raw()))
          .distinct()
          .collect(Collectors.joining(" / "));
    }
    return known instanceof Known.None ? "无" : "";
  }

  private static Journal.Entry entry(
      Actor actor, UUID person, ExportPurpose purpose, String form, Instant at) {
    String content =
        Texts.json(Map.of("purpose", purpose.id(), "form", form, "record", person.toString()));
    return new Journal.Entry(at, LogKind.EXPORT, actor, person, content);
  }

  /**
   * Head and rows: titles and codes of all organisations of a kind.
   *
   * @throws Absent when there is no such kind, or it is no public one
   */
  @Transactional
  public List<List<String>> organisations(String entity) {
    boolean known = live.get().source().dictionary().roots().containsValue(entity);
    if (!known || access.closed(entity)) {
      throw new Absent(Text.of("没有这一类单位", "there is no such kind of organisation"));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("名称", "代码"));
    for (RecordRow row : table.named(entity)) {
      String title = row.title();
      String code = row.code();
      rows.add(List.of(title == null ? "" : title, code == null ? "" : code));
    }
    return rows;
  }
}
