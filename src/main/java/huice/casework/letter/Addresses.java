package huice.casework.letter;

import huice.casework.Absent;
import huice.casework.Access;
import huice.casework.Invalid;
import huice.casework.Reads;
import huice.casework.Visit;
import huice.casework.decision.Delivery;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.AddressRow;
import huice.store.AddressTable;
import huice.store.Keys;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people want to be reached, as they confirmed it themselves. Thread-safe. */
@ApplicationScoped
public class Addresses {
  private final AddressTable table;
  private final RecordTable records;
  private final PersonTable persons;
  private final Keys keys;
  private final Access access;
  private final Reads reads;

  Addresses(
      AddressTable table,
      RecordTable records,
      PersonTable persons,
      Keys keys,
      Access access,
      Reads reads) {
    this.table = table;
    this.records = records;
    this.persons = persons;
    this.keys = keys;
    this.access = access;
    this.reads = reads;
  }

  /** An address, a number or an account, by the way it is for. */
  public record Confirmed(Delivery.Way way, String address, LocalDate confirmedOn) {}

  /** The person confirmed where to be reached; what was confirmed before for that way is over. */
  @Transactional
  public List<Confirmed> confirm(UUID record, Confirmed said, Visit visit, Actor by, Now now) {
    RecordRow row = row(record);
    access.write(by, row, visit);
    check(said, now);
    byte[] text = said.address().strip().getBytes(StandardCharsets.UTF_8);
    UUID person = person(row.id());
    table.add(
        new AddressRow(
            row.id(),
            said.way().name(),
            person == null ? text : keys.seal(person, text),
            said.confirmedOn(),
            now.at(),
            by.id()));
    reads.note(by, List.of(row.id()), visit, "address confirmed", now.at());
    return all(row.id());
  }

  private static void check(Confirmed said, Now now) {
    if (!said.way().confirmed()) {
      throw new Invalid(
          "/way",
          Text.of("当面交付不需要地址", "handing over needs no address"),
          Text.of("POST、ELECTRONIC 或 PHONE", "POST, ELECTRONIC or PHONE"));
    }
    if (said.confirmedOn().isAfter(now.today())) {
      throw new Invalid(
          "/confirmedOn",
          Text.of("日期在今天以后", "the day is after today"),
          Text.of("写本人确认的日期", "write the day on which the person confirmed it"));
    }
  }

  /** What is confirmed now; the reading is noted. */
  @Transactional
  public List<Confirmed> of(UUID record, Visit visit, Actor by, Now now) {
    RecordRow row = row(record);
    access.read(by, row, visit);
    reads.note(by, List.of(row.id()), visit, "address", now.at());
    return all(row.id());
  }

  private List<Confirmed> all(UUID record) {
    UUID person = person(record);
    return table.of(record).stream()
        .map(
            row ->
                new Confirmed(
                    Delivery.Way.valueOf(row.way()),
                    new String(
                        person == null ? row.content() : keys.open(person, row.content()),
                        StandardCharsets.UTF_8),
                    row.confirmedOn()))
        .toList();
  }

  private RecordRow row(UUID record) {
    return records
        .find(record)
        .orElseThrow(() -> new Absent(Text.of("没有这份记录", "there is no such record")));
  }

  private @Nullable UUID person(UUID record) {
    return persons.find(record).filter(p -> p.erasedAt() == null).map(PersonRow::id).orElse(null);
  }
}
