package huice.casework.task;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.Releases;
import huice.casework.decision.Now;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Facts;
import huice.store.VerificationTable;
import huice.store.VerificationTable.Entry;
import huice.store.VerificationTable.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Closes a round of checked entries and draws the sample: the seed is made when nothing can be
 * added to the round any more, and kept with it. Thread-safe.
 */
@ApplicationScoped
public class Rounds {
  private static final int SEED = 16;

  private final VerificationTable table;
  private final VerificationTasks tasks;
  private final TaskSettings settings;
  private final Releases releases;
  private final Facts facts;
  private final TaskLog log;
  private final SecureRandom random = new SecureRandom();

  Rounds(
      VerificationTable table,
      VerificationTasks tasks,
      TaskSettings settings,
      Releases releases,
      Facts facts,
      TaskLog log) {
    this.table = table;
    this.tasks = tasks;
    this.settings = settings;
    this.releases = releases;
    this.facts = facts;
    this.log = log;
  }

  /**
   * A closed round. {@code reproduced}: drawn again from the seed, the same come out.
   *
   * @param basis the parameter that set the size, or why a person did
   */
  @Schema(name = "VerificationRound")
  public record View(
      UUID id,
      String office,
      LocalDate closedOn,
      Instant closedAt,
      UUID closedBy,
      String seed,
      int entered,
      int size,
      String basis,
      List<UUID> drawn,
      boolean reproduced) {}

  /** The published share of a sample; null while it is not set. */
  @Transactional
  public @Nullable String share(Now now) {
    BigDecimal share = share(releases.live(), now);
    return share == null ? null : share.toPlainString();
  }

  private @Nullable BigDecimal share(CompiledRelease release, Now now) {
    return Bases.number(release, settings.checking().share(), now.today());
  }

  /** How many checked entries wait for a round. */
  @Transactional
  public int waiting(Actor by) {
    return table.checked(by.office()).size();
  }

  /**
   * Closes the round of the caller's office.
   *
   * @param size how many to draw; null where the parameter says it
   * @param why what the number rests on while the parameter is not set
   */
  @Transactional
  public View close(@Nullable Integer size, @Nullable String why, Actor by, Now now) {
    facts.lock();
    List<Entry> entries = table.checked(by.office());
    if (entries.isEmpty()) {
      throw new Conflict(Text.of("没有已核查、待抽查的录入", "no checked entry waits for a round"));
    }
    CompiledRelease release = releases.live();
    BigDecimal share = share(release, now);
    int most = entries.size();
    int wanted = share == null ? said(size, why, most) : byShare(share, size, most);
    byte[] seed = new byte[SEED];
    random.nextBytes(seed);
    Round round =
        new Round(
            UUID.randomUUID(),
            by.office(),
            now.today(),
            now.at(),
            by.id(),
            HexFormat.of().formatHex(seed),
            most,
            wanted,
            share == null
                ? String.valueOf(why)
                : "〔" + settings.checking().share() + "〕" + share.toPlainString());
    table.add(round);
    Set<UUID> drawn = draw(round, entries);
    TaskLog.Entries told = new TaskLog.Entries();
    for (Entry entry : entries) {
      table.draw(entry.id(), round.id(), drawn.contains(entry.id()));
      if (drawn.contains(entry.id())) {
        Entry now2 = table.find(entry.id()).orElseThrow();
        log.task(told, "task-made", tasks.make(release, now2, Stage.SAMPLE, by, now), by, now);
      }
    }
    log.add(told, by, null, content(round), now);
    log.write(told);
    return view(round);
  }

  private static Map<String, Object> content(Round round) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "verification-round");
    content.put("round", round.id().toString());
    content.put("seed", round.seed());
    content.put("count", round.entered());
    content.put("sample", round.size());
    return content;
  }

  private static int said(@Nullable Integer size, @Nullable String why, int most) {
    if (size == null || size < 1 || size > most) {
      throw new Invalid(
          "/size",
          Text.of("抽查比例没有公布，须由负责人定抽几份", "the share is not published: a person sets the number"),
          Text.of("写 1 至 " + most, "1 to " + most));
    }
    if (why == null || why.isBlank()) {
      throw new Invalid(
          "/why",
          Text.of("没有写明抽几份的依据", "it does not say what the number rests on"),
          Text.of("请写明", "write it"));
    }
    return size;
  }

  private static int byShare(BigDecimal share, @Nullable Integer size, int most) {
    if (size != null) {
      throw new Invalid(
          "/size",
          Text.of("抽查比例已有公布的值", "the share is published"),
          Text.of("不用写份数", "leave the number out"));
    }
    int wanted =
        share.multiply(BigDecimal.valueOf(most)).setScale(0, RoundingMode.CEILING).intValue();
    return Math.max(0, Math.min(most, wanted));
  }

  private static Set<UUID> draw(Round round, List<Entry> entries) {
    return Sample.of(round.seed(), entries.stream().map(Entry::id).toList(), round.size());
  }

  /** Closed rounds of the caller's office, or of all, the latest first. */
  @Transactional
  public List<View> list(Actor by) {
    boolean all = by.role() == Role.REVIEWER || by.role() == Role.AUDITOR;
    return table.rounds(all ? null : by.office()).stream().map(this::view).toList();
  }

  @Transactional
  public View view(UUID id) {
    return view(
        table.round(id).orElseThrow(() -> new Absent(Text.of("没有这一轮", "there is no such round"))));
  }

  private View view(Round round) {
    List<Entry> entries = table.inRound(round.id());
    Set<UUID> marked =
        entries.stream()
            .filter(entry -> Boolean.TRUE.equals(entry.drawn()))
            .map(Entry::id)
            .collect(Collectors.toSet());
    Set<UUID> again = draw(round, entries);
    return new View(
        round.id(),
        round.office(),
        round.closedOn(),
        round.closedAt(),
        round.closedBy(),
        round.seed(),
        round.entered(),
        round.size(),
        round.basis(),
        List.copyOf(again),
        again.equals(marked));
  }
}
