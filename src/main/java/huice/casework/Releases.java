package huice.casework;

import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Text;
import huice.policy.ReleaseFiles;
import huice.store.ReleaseStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every release that ever decided, stored whole, and what else a decision names beside its release.
 * Safe to use from all threads.
 */
@ApplicationScoped
public class Releases {
  private final LiveRelease live;
  private final ReleaseStore store;
  private final String program;
  private final CompiledReleases compiled = new CompiledReleases();

  /** The digest that was stored last, so that the folder's release is written once. */
  private volatile String stored = "";

  Releases(
      LiveRelease live,
      ReleaseStore store,
      @ConfigProperty(name = "quarkus.application.version") String program) {
    this.live = live;
    this.store = store;
    this.program = program;
  }

  /** The release in force now, stored, so that a decision can name it; take it once a request. */
  public CompiledRelease live() {
    LiveRelease.Current now = live.current();
    ReleaseFiles files = now.files();
    if (files != null && !files.digest().equals(stored)) {
      store(files);
      stored = files.digest();
    }
    return now.compiled();
  }

  /**
   * A stored release, compiled. May take seconds the first time.
   *
   * @throws Absent when there is none
   * @throws IllegalStateException when it is damaged, or this program cannot read it
   */
  public CompiledRelease compiled(String digest) {
    CompiledRelease now = live.get();
    if (now.digest().equals(digest)) {
      return now;
    }
    CompiledRelease known = compiled.find(digest);
    return known == null ? compiled.of(digest, this::content) : known;
  }

  /** As {@link #compiled}, before any release is live. */
  CompiledRelease first(String digest) {
    return compiled.of(digest, this::content);
  }

  void keep(CompiledRelease release) {
    compiled.put(release);
  }

  /**
   * Stores the files under a project's folder; files that are stored already are left as they are.
   *
   * @throws IllegalStateException when a file cannot be read
   */
  public void store(Path root) {
    store(ReleaseFiles.under(root));
  }

  void store(ReleaseFiles files) {
    byte[] zip = files.zip();
    QuarkusTransaction.requiringNew().run(() -> store.put(files.digest(), zip));
  }

  /**
   * The packed files of a stored release.
   *
   * @throws Absent when there is none
   */
  public byte[] content(String digest) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> store.content(digest))
        .orElseThrow(() -> new Absent(Text.of("没有这个发布。", "There is no such release.")));
  }

  /** The version of this program. */
  public String program() {
    return program;
  }

  /** The version of Drools. */
  public String drools() {
    return Engine.drools();
  }

  /** As {@link #measures(CompiledRelease, Set)} of the live release. */
  public String measures(Set<String> schemes) {
    return measures(live.get(), schemes);
  }

  /**
   * By which measures, in which versions, some schemes of a release read, and the digest of the
   * whole library: {@code {"library":"…","forms":{"age":1,…}}}.
   */
  public String measures(CompiledRelease release, Set<String> schemes) {
    SortedMap<String, Integer> forms = release.measures(schemes);
    return forms.entrySet().stream()
        .map(form -> "\"" + form.getKey() + "\":" + form.getValue())
        .collect(
            Collectors.joining(
                ",", "{\"library\":\"" + Engine.measureLibrary() + "\",\"forms\":{", "}}"));
  }
}
