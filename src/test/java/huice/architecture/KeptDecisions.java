package huice.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.explain.AssessmentJson;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Outcome;
import huice.model.TestCase;
import huice.policy.CaseReader;
import huice.policy.CaseWriter;
import huice.policy.Packs;
import huice.policy.ReleaseFiles;
import huice.policy.Trees;
import huice.twin.Agreement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Decisions as a version of the program made them, in a folder of their own: the release whole, and
 * for some schemes a few cases with what came of each. {@link #main} keeps those of the present
 * version; what is kept is never written again.
 */
final class KeptDecisions {
  static final Path FOLDER = Path.of("src", "test", "resources", "kept-decisions");

  private static final int EACH = 3;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  KeptDecisions(Path folder) {
    this.folder = folder;
  }

  /** One kept decision: {@code couple-award/1}. */
  record Kept(String name, String scheme, Path given, Path outcome) {}

  /** Keeps the decisions of this version: {@code 0.2.0}. Refuses to write over those of another. */
  public static void main(String[] arguments) throws IOException {
    Path folder = FOLDER.resolve(arguments[0]);
    if (Files.exists(folder.resolve("release.zip"))) {
      throw new IllegalStateException(folder + " is kept already");
    }
    new KeptDecisions(folder).write(arguments[0]);
  }

  private void write(String program) throws IOException {
    ReleaseFiles files = ReleaseFiles.under(Path.of(""));
    CompiledRelease release = compiled(files);
    Files.createDirectories(folder);
    Files.write(folder.resolve("release.zip"), files.zip());
    Map<String, Object> measures = new TreeMap<>();
    for (String scheme : new TreeSet<>(Agreement.SCHEMES)) {
      measures.put(scheme, release.measures(Set.of(scheme)));
      keep(release, scheme);
    }
    JSON.writeValue(
        folder.resolve("program.json").toFile(),
        new TreeMap<>(
            Map.of(
                "program", program,
                "drools", Engine.drools(),
                "library", Engine.measureLibrary(),
                "release", release.digest(),
                "measures", measures)));
  }

  /** Cases of as many kinds of outcome as there are. */
  private void keep(CompiledRelease release, String scheme) throws IOException {
    Path own = Files.createDirectories(folder.resolve(scheme));
    Map<String, TestCase> kinds = new TreeMap<>();
    List<TestCase> cases =
        release.source().cases().stream().filter(test -> test.scheme().equals(scheme)).toList();
    for (TestCase test : cases) {
      List<Outcome> outcomes = release.assess(test.given(), Ask.only(scheme)).outcomes();
      kinds.putIfAbsent(outcomes.stream().map(o -> o.outcome().name()).toList().toString(), test);
    }
    List<TestCase> chosen = new ArrayList<>(kinds.values().stream().limit(EACH).toList());
    cases.stream()
        .filter(test -> !chosen.contains(test))
        .limit(EACH - chosen.size())
        .forEach(chosen::add);
    for (int i = 0; i < chosen.size(); i++) {
      Case given = chosen.get(i).given();
      JSON.writeValue(own.resolve((i + 1) + ".case.json").toFile(), CaseWriter.of(given));
      Files.write(own.resolve((i + 1) + ".outcome.json"), outcome(release, scheme, given));
    }
  }

  CompiledRelease release() {
    return compiled(ReleaseFiles.unzip(bytes(folder.resolve("release.zip"))));
  }

  private static CompiledRelease compiled(ReleaseFiles files) {
    return Objects.requireNonNull(
        Engine.compile(Objects.requireNonNull(Packs.load(files).release())).release());
  }

  /** The digest that the kept release had. */
  String digest() {
    return program().path("release").asText();
  }

  /** The kept decisions, by name. */
  List<Kept> decisions() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".case.json"))
          .sorted()
          .map(KeptDecisions::kept)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Kept kept(Path given) {
    String scheme = given.getParent().getFileName().toString();
    String number = given.getFileName().toString().replace(".case.json", "");
    Path outcome = given.resolveSibling(number + ".outcome.json");
    return new Kept(scheme + "/" + number, scheme, given, outcome);
  }

  /** What this program makes of a kept case, in the bytes in which an outcome is kept. */
  byte[] again(CompiledRelease release, Kept kept) {
    return outcome(release, kept.scheme(), given(release.source().dictionary(), kept));
  }

  private static byte[] outcome(CompiledRelease release, String scheme, Case given) {
    return AssessmentJson.bytes(release.assess(given, Ask.only(scheme)));
  }

  private static Case given(Dictionary dictionary, Kept kept) {
    CaseReader.Read read = CaseReader.discreetly(dictionary, Trees.json(bytes(kept.given())));
    return Objects.requireNonNull(read.given(), () -> kept.name() + ": " + read.faults());
  }

  /** The measures a scheme read by whose version is another now: {@code age 1 → 2}. */
  List<String> changedMeasures(CompiledRelease release, String scheme) {
    Map<String, Integer> now = release.measures(Set.of(scheme));
    List<String> changed = new ArrayList<>();
    program()
        .path("measures")
        .path(scheme)
        .properties()
        .forEach(
            form -> {
              Integer version = now.get(form.getKey());
              if (version == null || version != form.getValue().asInt()) {
                changed.add(form.getKey() + " " + form.getValue() + " → " + version);
              }
            });
    return changed;
  }

  private JsonNode program() {
    try {
      return JSON.readTree(folder.resolve("program.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
