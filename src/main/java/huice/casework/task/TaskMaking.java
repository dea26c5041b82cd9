package huice.casework.task;

import huice.casework.NotAllowed;
import huice.casework.Releases;
import huice.casework.decision.Now;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Facts;
import huice.store.TaskSubjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tasks of a day, every night and by hand: as often as one likes, the second time nothing
 * is made. In batches, each in a transaction of its own. Thread-safe.
 */
@ApplicationScoped
public class TaskMaking {
  private static final int BATCH = 50;

  private final TaskSubjects subjects;
  private final TaskSettings settings;
  private final Keeping keeping;
  private final Documents documents;
  private final Entering entering;
  private final Releases releases;
  private final Facts facts;
  private final TaskLog log;

  TaskMaking(
      TaskSubjects subjects,
      TaskSettings settings,
      Keeping keeping,
      Documents documents,
      Entering entering,
      Releases releases,
      Facts facts,
      TaskLog log) {
    this.subjects = subjects;
    this.settings = settings;
    this.keeping = keeping;
    this.documents = documents;
    this.entering = entering;
    this.releases = releases;
    this.facts = facts;
    this.log = log;
  }

  /**
   * What a run came to: counts only. {@code gaps}: parameters that nobody has set, so that no day
   * is owed by them.
   */
  @Schema(name = "TaskRun")
  public record Run(
      LocalDate on, int lookedAt, int made, int kept, int removed, List<String> gaps) {}

  /** For the caller's own office. */
  public Run run(Actor by, Now now) {
    if (by.role() != Role.CASEWORKER && by.role() != Role.CERTIFIER) {
      throw new NotAllowed(Text.of("您的角色不能生成任务", "your role does not make tasks"));
    }
    return run(by.office(), by, now);
  }

  /** For all offices, by the program itself. */
  public Run night(Now now) {
    return run(null, null, now);
  }

  private Run run(@Nullable String office, @Nullable Actor by, Now now) {
    CompiledRelease release = releases.live();
    List<UUID> all = new ArrayList<>(QuarkusTransaction.requiringNew().call(() -> all(office)));
    Keeping.Count count = new Keeping.Count();
    for (int from = 0; from < all.size(); from += BATCH) {
      List<UUID> batch = all.subList(from, Math.min(all.size(), from + BATCH));
      batch(() -> batch.forEach(id -> keeping.keep(id, release, by, now, count)));
    }
    batch(() -> documents.keep(release, office, by, now, count));
    batch(() -> entering.keep(release, office, by, now, count));
    Run run =
        new Run(
            now.today(),
            all.size(),
            count.made,
            count.kept,
            count.removed,
            List.copyOf(count.gaps));
    QuarkusTransaction.requiringNew().run(() -> note(run, office, by, now));
    return run;
  }

  /** Nobody else records meanwhile: a stop is never missed. */
  private void batch(Runnable work) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              facts.lock();
              work.run();
            });
  }

  private List<UUID> all(@Nullable String office) {
    String path = settings.asking().list() + "[%]." + settings.asking().what();
    Set<UUID> all = new LinkedHashSet<>(subjects.asking(path, settings.words(), office));
    all.addAll(subjects.ofKinds(settings.entities(), office));
    all.addAll(subjects.owed(office));
    return List.copyOf(all);
  }

  private void note(Run run, @Nullable String office, @Nullable Actor by, Now now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "task-run");
    content.put("on", run.on().toString());
    content.put("of", office == null ? "" : office);
    content.put("made", run.made());
    content.put("kept", run.kept());
    content.put("removed", run.removed());
    content.put("gaps", run.gaps());
    log.write(by == null ? Actor.PROGRAM : by, null, content, now);
  }
}
