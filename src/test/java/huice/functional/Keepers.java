package huice.functional;

import huice.store.Keys;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keepers of lamps who registered, until they withdraw their consent again. */
final class Keepers {
  private static final List<UUID> REGISTERED = new ArrayList<>();

  private Keepers() {}

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** With a lamp lit on a day; without a day of consent they do not consent. */
  static UUID keeper(String office, String lit, @Nullable LocalDate consentOn) {
    UUID id = UUID.randomUUID();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              bean(RecordTable.class)
                  .add(
                      new RecordRow(
                          id,
                          "keeper",
                          office,
                          null,
                          null,
                          Instant.now(),
                          Matters.CASEWORKER.id()));
              bean(PersonTable.class).add(row(id, consentOn, null));
              bean(Keys.class).create(id);
            });
    Matters.say(
        id,
        Map.of(
            "registered_on",
            "2024-01-10",
            "oil_paid",
            "300",
            "born_on",
            "1990-02-28",
            "lamps",
            Map.of(
                "complete_to",
                TestClock.today().toString(),
                "rows",
                List.of(Map.of("lit", lit, "out", "none", "sealed", "false", "fuel", "oil")))));
    REGISTERED.add(id);
    return id;
  }

  private static PersonRow row(
      UUID id, @Nullable LocalDate consentOn, @Nullable LocalDate endedOn) {
    return new PersonRow(
        id,
        null,
        null,
        null,
        "zh",
        LocalDate.of(2024, 1, 1),
        "counter",
        consentOn,
        endedOn,
        true,
        null,
        null,
        0);
  }

  /** Other tests of the service begin with nobody. */
  static void withdraw() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    QuarkusTransaction.requiringNew()
        .run(() -> REGISTERED.forEach(id -> bean(PersonTable.class).change(row(id, day, day))));
    REGISTERED.clear();
  }
}
