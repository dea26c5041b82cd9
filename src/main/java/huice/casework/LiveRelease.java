package huice.casework;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Problem;
import huice.model.TestCase;
import huice.policy.ReleaseFiles;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The release that decides at this moment: the project's folder as it was at the start, or what was
 * approved ({@link ReleaseSource}). With {@code huice.dev} a changed file makes a new one, swapped
 * in whole, or is reported while the old one goes on. Whoever takes a release keeps it for one
 * request, so that an answer comes from exactly one. Safe to use from all threads.
 */
@ApplicationScoped
public class LiveRelease {
  private static final Logger LOG = Logger.getLogger(LiveRelease.class);
  private static final List<String> FOLDERS = List.of("policies", "rules", "test-cases");
  private static final Duration WARM_UP = Duration.ofMillis(500);
  private static final Duration SHORT_WARM_UP = Duration.ofMillis(50);

  private final ReleaseReader reader;
  private final Path root;
  private final boolean dev;
  private final ReleaseSource source;
  private volatile @Nullable Current live;
  private volatile List<Problem> faults = List.of();
  private volatile @Nullable Thread watcher;

  LiveRelease(
      ReleaseReader reader,
      @ConfigProperty(name = "huice.root") Path root,
      @ConfigProperty(name = "huice.dev", defaultValue = "false") boolean dev,
      @ConfigProperty(name = "huice.release") Optional<String> source) {
    this.reader = reader;
    this.root = root.toAbsolutePath().normalize();
    this.dev = dev;
    this.source = ReleaseSource.of(source, dev);
  }

  /** A release and, when it was read from the folder, its files. */
  record Current(CompiledRelease compiled, @Nullable ReleaseFiles files) {}

  /** The release in force now; take it once a request. */
  public CompiledRelease get() {
    return current().compiled();
  }

  Current current() {
    Current now = live;
    if (now == null) {
      throw new IllegalStateException("no release before the start");
    }
    return now;
  }

  /** Whether it is the folder's; otherwise it is what two policy officers approved. */
  public boolean fromFolder() {
    return source == ReleaseSource.FOLDER;
  }

  /** What keeps the files as they are now from going live; empty when they are live. */
  public List<Problem> faults() {
    return faults;
  }

  void start(@Observes StartupEvent event) {
    if (!fromFolder()) {
      return;
    }
    FolderWatch watch = null;
    if (dev) {
      requireFolders();
      watch = new FolderWatch(folders());
    }
    Current read = readFolder();
    warm(read.compiled(), WARM_UP);
    swap(read);
    if (watch != null) {
      watch(watch);
    }
  }

  /** What the folder holds, without making it live; refuses a folder with anything wrong in it. */
  Current readFolder() {
    requireFolders();
    ReleaseFiles files = ReleaseFiles.under(root);
    Candidate candidate = reader.read(files);
    CompiledRelease release = candidate.release();
    if (release == null) {
      throw new NotStarted(refusal(candidate.faults()));
    }
    return new Current(release, files);
  }

  private void requireFolders() {
    List<String> absent =
        FOLDERS.stream().filter(name -> !Files.isDirectory(root.resolve(name))).toList();
    if (!absent.isEmpty()) {
      throw new NotStarted(root + ": 缺少文件夹 " + absent + "。 Folders are missing: set huice.root.");
    }
  }

  /** Makes an approved release live; requests that took the one before go on with it. */
  void goLive(CompiledRelease release) {
    warm(release, live == null ? WARM_UP : SHORT_WARM_UP);
    swap(new Current(release, null));
  }

  private void swap(Current next) {
    live = next;
    LOG.infof("发布 release %s", next.compiled().digest());
  }

  void stop(@Observes ShutdownEvent event) {
    Thread running = watcher;
    if (running != null) {
      running.interrupt();
    }
  }

  private List<Path> folders() {
    return FOLDERS.stream().map(root::resolve).toList();
  }

  private static String refusal(List<Problem> faults) {
    return faults.stream().map(Problem::toString).collect(Collectors.joining("\n"))
        + "\n共 "
        + faults.size()
        + " 处错误，服务未启动。 Problems: "
        + faults.size()
        + "; the service did not start.";
  }

  /** The watcher works with the class loader of the start, as everything else does. */
  private void watch(FolderWatch watch) {
    Thread thread = new Thread(() -> follow(watch), "huice-files");
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    watcher = thread;
    thread.start();
  }

  private void follow(FolderWatch watch) {
    try (watch) {
      while (true) {
        watch.awaitChange();
        reloadOrReport();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever happens to a changed file, the service and its watcher go on. */
  private void reloadOrReport() {
    try {
      reload();
    } catch (RuntimeException e) {
      LOG.errorf(
          e, "无法读取改动，仍用发布 the change cannot be read, the old release goes on: %s", get().digest());
    }
  }

  private void reload() {
    long begun = System.nanoTime();
    ReleaseFiles files = ReleaseFiles.under(root);
    Candidate candidate = reader.read(files);
    CompiledRelease release = candidate.release();
    if (release == null) {
      faults = candidate.faults();
      candidate.faults().forEach(LOG::error);
      LOG.errorf("仍用发布 the old release goes on: %s", get().digest());
      return;
    }
    if (!faults.isEmpty()) {
      LOG.info("文件已没有错误 the files are sound again");
      faults = List.of();
    }
    if (release.digest().equals(get().digest())) {
      return;
    }
    warm(release, SHORT_WARM_UP);
    live = new Current(release, files);
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    LOG.infof("发布 release %s (%d ms)", release.digest(), millis);
  }

  /** Assesses test cases until the time is over, so that no request is the first. */
  private static void warm(CompiledRelease release, Duration time) {
    List<TestCase> cases = release.source().cases();
    long end = System.nanoTime() + time.toNanos();
    for (int next = 0; !cases.isEmpty() && System.nanoTime() < end; next++) {
      release.assess(cases.get(next % cases.size()).given(), Ask.all());
    }
  }
}
