package huice.casework;

import huice.casework.LogHeads.Noted;
import huice.model.Text;
import huice.store.LogLink;
import huice.store.LogRows;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the whole log, computes everything again and names the first entry that is not as it
 * was written. Safe to use from all threads.
 */
@ApplicationScoped
public class LogCheck {
  private static final int PATIENCE_SECONDS = 3_600;

  private final LogRows log;
  private final LogHeads heads;

  LogCheck(LogRows log, LogHeads heads) {
    this.log = log;
    this.heads = heads;
  }

  /** What can be wrong with an entry. */
  public enum Wrong {
    CONTENT_CHANGED("内容被改动", "its content was changed"),
    CONTENT_MISSING("内容被删除", "its content was deleted"),
    KEY_MISSING("密钥不在，而此人并未被注销", "its key is gone although the person was not erased"),
    ENTRY_CHANGED("记录被改动", "the entry was changed"),
    ENTRY_MISSING("记录被删除", "the entry was deleted"),
    ORDER("与前一条不相接", "it does not hold on to the entry before"),
    HEAD_DIFFERS("与库外的日终值不符", "it differs from the day's head outside the database"),
    HEAD_UNREADABLE("库外的日终值有一行读不懂", "a line of the heads outside the database is none");

    private final Text text;

    Wrong(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }
  }

  /**
   * The first broken link.
   *
   * @param seq the entry's number; 0 when it is a line of the head files
   * @param head file and line of the head that tells; null where none was needed
   */
  public record Broken(long seq, Wrong wrong, @Nullable String head) {}

  /**
   * What was found.
   *
   * @param entries how many entries are sound, up to the first that is not
   * @param unreadable how many of them are about persons who were erased since
   * @param heads how many lines outside the database agree
   * @param lastHash of the last sound entry, in hexadecimal; null in an empty log
   * @param broken null when all is whole
   */
  public record Found(
      long entries,
      long unreadable,
      int heads,
      @Nullable String lastHash,
      @Nullable Broken broken) {
    public boolean whole() {
      return broken == null;
    }
  }

  /** Checks the log as it is now. */
  @Transactional
  @TransactionConfiguration(timeout = PATIENCE_SECONDS)
  public Found check() {
    // Before the log: what is noted is permanent, so the log read after it must hold it.
    List<Noted> noted = heads.read();
    for (Noted line : noted) {
      if (line.seq() == 0) {
        Broken broken = new Broken(0, Wrong.HEAD_UNREADABLE, line.place());
        return new Found(0, 0, 0, null, broken);
      }
    }
    Walk walk = new Walk(noted);
    log.walk(walk::goOn);
    return walk.found();
  }

  /** What is known while going along the chain. */
  private static final class Walk {
    private final Deque<Noted> ahead;
    private long entries;
    private long unreadable;
    private int agreed;
    private byte @Nullable [] last;
    private @Nullable Broken broken;

    Walk(List<Noted> noted) {
      ahead = new ArrayDeque<>(noted.stream().sorted(Comparator.comparing(Noted::seq)).toList());
    }

    boolean goOn(LogLink link) {
      Wrong wrong = wrong(link);
      if (wrong != null) {
        long seq = wrong == Wrong.ENTRY_MISSING ? entries + 1 : link.head().seq();
        broken = new Broken(seq, wrong, null);
        return false;
      }
      entries++;
      last = link.head().hash();
      if (link.content() == LogLink.Content.UNREADABLE) {
        unreadable++;
      }
      return headsAgree(link.head().seq(), last);
    }

    private @Nullable Wrong wrong(LogLink link) {
      long seq = link.head().seq();
      if (seq != entries + 1) {
        return seq > entries ? Wrong.ENTRY_MISSING : Wrong.ORDER;
      }
      if (!link.whole()) {
        return Wrong.ENTRY_CHANGED;
      }
      if (!link.follows(last)) {
        return Wrong.ORDER;
      }
      return switch (link.content()) {
        case SAME, UNREADABLE -> null;
        case CHANGED -> Wrong.CONTENT_CHANGED;
        case KEY_GONE -> Wrong.KEY_MISSING;
        case GONE -> Wrong.CONTENT_MISSING;
      };
    }

    private boolean headsAgree(long seq, byte[] hash) {
      while (!ahead.isEmpty() && ahead.element().seq() == seq) {
        Noted noted = ahead.remove();
        if (!noted.hash().equals(HexFormat.of().formatHex(hash))) {
          broken = new Broken(seq, Wrong.HEAD_DIFFERS, noted.place());
          return false;
        }
        agreed++;
      }
      return true;
    }

    Found found() {
      if (broken == null && !ahead.isEmpty()) {
        broken = new Broken(entries + 1, Wrong.ENTRY_MISSING, ahead.element().place());
      }
      String hash = last == null ? null : HexFormat.of().formatHex(last);
      return new Found(entries, unreadable, agreed, hash, broken);
    }
  }
}
