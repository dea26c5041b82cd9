package huice.casework;

import huice.store.Journal;
import huice.store.LogHead;
import huice.store.LogRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The log's last hash of each day in a file outside the database, one file a month and one line a
 * day, and one more whenever the service stops: whoever owns the database can then neither change
 * nor cut off the log unnoticed. Lines are added, never changed. Safe to use from all threads.
 */
@ApplicationScoped
public class LogHeads {
  private static final Logger LOG = Logger.getLogger(LogHeads.class);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Pattern LINE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) ([1-9]\\d{0,17}) ([0-9a-f]{64})");

  private final LogRows log;
  private final Path folder;

  LogHeads(LogRows log, @ConfigProperty(name = "huice.data") Path data) {
    this.log = log;
    this.folder = data.toAbsolutePath().normalize().resolve("log-heads");
  }

  /**
   * A line of the files.
   *
   * @param place file and line
   * @param seq 0 when the line is not one of ours
   * @param hash in hexadecimal
   */
  record Noted(String place, long seq, String hash) {}

  /** Notes how far the log had come before this day began, unless that is noted already. */
  public void closeDayBefore(Instant now) {
    Instant midnight = LocalDate.ofInstant(now, BEIJING).atStartOfDay(BEIJING).toInstant();
    QuarkusTransaction.requiringNew().call(() -> log.lastBefore(midnight)).ifPresent(this::note);
  }

  void dayBegins(@Observes(during = TransactionPhase.AFTER_SUCCESS) Journal.NewDay day) {
    note(day.before());
  }

  void stop(@Observes ShutdownEvent event) {
    QuarkusTransaction.requiringNew().call(log::last).ifPresent(this::note);
  }

  /** All lines, file by file. */
  List<Noted> read() {
    List<Noted> noted = new ArrayList<>();
    for (Path file : files()) {
      List<String> lines = lines(file);
      for (int line = 0; line < lines.size(); line++) {
        String place = file.getFileName() + ":" + (line + 1);
        Matcher parts = LINE.matcher(lines.get(line));
        noted.add(
            parts.matches()
                ? new Noted(place, Long.parseLong(parts.group(2)), parts.group(3))
                : new Noted(place, 0, ""));
      }
    }
    return noted;
  }

  /** A disk that is full must not undo what was done; the check then finds one day fewer. */
  private synchronized void note(LogHead head) {
    String line = head.day() + " " + head.seq() + " " + HexFormat.of().formatHex(head.hash());
    Path file = folder.resolve(head.day().toString().substring(0, 7) + ".txt");
    try {
      boolean made = !Files.exists(file);
      if (!made && lines(file).contains(line)) {
        return;
      }
      Files.createDirectories(folder);
      Durably.append(file, line + "\n");
      if (made) {
        Durably.folder(folder);
      }
    } catch (IOException e) {
      LOG.errorf("日志的日终值无法写入 the log's head cannot be written: %s", file);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
