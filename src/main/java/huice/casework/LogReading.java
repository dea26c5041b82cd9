package huice.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huice.model.Actor;
import huice.store.DecisionSample;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.LogRow;
import huice.store.LogRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading the log, which is itself logged in the same transaction: who cannot be recorded does not
 * read. Safe to use from all threads.
 */
@ApplicationScoped
public class LogReading {
  private final LogRows log;
  private final DecisionSample decisions;
  private final Journal journal;

  LogReading(LogRows log, DecisionSample decisions, Journal journal) {
    this.log = log;
    this.decisions = decisions;
    this.journal = journal;
  }

  /**
   * Which entries are wanted; null for no bound.
   *
   * @param from the first moment
   * @param before the first moment that is too late
   * @param kind one of {@link #kinds()}
   * @param after entries with higher numbers only
   * @param most how many at most
   */
  public record Wanted(
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable String kind,
      long after,
      int most) {}

  /**
   * One entry.
   *
   * @param actor the account's id
   * @param actorName how the account is shown; null when there is no such account
   * @param about whose data it was; null for nobody's
   * @param content a JSON text; null when the person was erased since
   */
  public record Line(
      long seq,
      Instant at,
      String kind,
      String actor,
      @Nullable String actorName,
      @Nullable UUID about,
      @Nullable String content) {
    private static Line of(LogRow row) {
      return new Line(
          row.seq(),
          row.at(),
          row.kind(),
          row.actor(),
          row.actorName(),
          row.about(),
          row.content());
    }
  }

  /**
   * Some entries by number.
   *
   * @param next ask on with {@code after} this number; null when there are no more
   */
  public record Page(List<Line> entries, @Nullable Long next) {}

  /** The kinds of entries there are. */
  public static List<String> kinds() {
    return Arrays.stream(LogKind.values()).map(LogKind::id).toList();
  }

  /** Entries for an auditor. */
  @Transactional
  public Page read(Actor actor, Wanted wanted, Instant at) {
    List<LogRow> rows =
        log.page(
            new LogRows.Wanted(wanted.from(), wanted.before(), wanted.kind(), wanted.after()),
            wanted.most() + 1);
    boolean more = rows.size() > wanted.most();
    List<Line> lines = rows.stream().limit(wanted.most()).map(Line::of).toList();
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("read", lines.size());
    if (!lines.isEmpty()) {
      content.put("first", lines.get(0).seq()).put("last", lines.get(lines.size() - 1).seq());
    }
    content.put("kind", wanted.kind());
    journal.write(new Journal.Entry(at, LogKind.AUDIT, actor, null, content.toString()));
    return new Page(lines, more ? lines.get(lines.size() - 1).seq() : null);
  }

  /** Notes that somebody had the log checked, and what came of it. */
  @Transactional
  public void checked(Actor actor, LogCheck.Found found, Instant at) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("checked", found.entries()).put("whole", found.whole());
    journal.write(new Journal.Entry(at, LogKind.AUDIT, actor, null, content.toString()));
  }

  /**
   * Log entries and decisions drawn by lot, as many of each at most, with identities masked.
   *
   * @param seed the same draws the same from the same log and decisions
   */
  @Transactional
  public MaskedSample sample(Actor actor, long seed, int size, Instant at) {
    MaskedSample sample = MaskedSample.of(log.sample(seed, size), decisions.draw(seed, size));
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("sample", size).put("seed", seed);
    journal.write(new Journal.Entry(at, LogKind.EXPORT, actor, null, content.toString()));
    return sample;
  }
}
