package huice.casework.money;

import huice.casework.Payees;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done with money, in the log: under the key of the person it is about. To be called last
 * in a transaction; thread-safe.
 */
@ApplicationScoped
class MoneyLog {
  private final Journal journal;
  private final Payees payees;

  MoneyLog(Journal journal, Payees payees) {
    this.journal = journal;
    this.payees = payees;
  }

  /** A person's data was read; of organisations nothing is noted. */
  void read(Actor by, UUID payee, Map<String, ?> content, Now now) {
    UUID about = payees.about(payee);
    if (about != null) {
      write(LogKind.READ, by, about, content, now);
    }
  }

  /** {@code payee} null: about nobody. */
  void act(Actor by, @Nullable UUID payee, Map<String, ?> content, Now now) {
    write(LogKind.ACT, by, payee == null ? null : payees.about(payee), content, now);
  }

  void export(Actor by, UUID payee, Map<String, ?> content, Now now) {
    write(LogKind.EXPORT, by, payees.about(payee), content, now);
  }

  private void write(
      LogKind kind, Actor by, @Nullable UUID about, Map<String, ?> content, Now now) {
    Map<String, Object> plain = new LinkedHashMap<>();
    content.forEach((key, value) -> plain.put(key, value instanceof Number ? value : "" + value));
    journal.write(new Journal.Entry(now.at(), kind, by, about, Texts.json(plain)));
  }
}
