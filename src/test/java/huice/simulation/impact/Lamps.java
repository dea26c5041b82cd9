package huice.simulation.impact;

import huice.engine.CompiledRelease;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Text;
import huice.policy.CaseReader;
import huice.policy.ReleaseFiles;
import huice.policy.Trees;
import huice.simulation.Workbench;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The small packs of lamps, with some words changed, and keepers made by hand. */
final class Lamps {
  static final LocalDate DAY = LocalDate.of(2025, 2, 10);
  static final String MONTHS = "policies/lamps/parameters/months-alight.yaml";
  static final String CAP = "policies/lamps/parameters/oil-cap.yaml";
  static final String YEARS = "policies/lamps/parameters/keeper-years.yaml";
  static final String RULE = "rules/lamps/oil-allowance.dslr";
  static final String OIL = "oil-allowance";

  /** Three years is small, five cases are told. */
  static final Report REPORT =
      new Report(
          3,
          5,
          List.of(
              new Grouping(
                  "township",
                  Text.of("乡镇", "Township"),
                  "register",
                  Map.of(),
                  List.of(),
                  List.of("灯下乡", "灯上乡")),
              new Grouping(
                  "age", Text.of("年龄", "Age"), "keeper.born_on", Map.of(), List.of(40), List.of())),
          Map.of());

  private static final Path ROOT = Path.of("src", "test", "resources", "fixtures", "lamps");

  private Lamps() {}

  static CompiledRelease compiled() {
    return compiled("", "", "");
  }

  /** With other words in a file. */
  static CompiledRelease compiled(String file, String words, String others) {
    Workbench workbench = Workbench.open(ReleaseFiles.unzip(zip(file, words, others)));
    if (!workbench.clean()) {
      throw new IllegalArgumentException(workbench.problems().toString());
    }
    return Objects.requireNonNull(workbench.compiled());
  }

  private static byte[] zip(String file, String words, String others) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] packs = ReleaseFiles.under(ROOT).zip();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packs));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        boolean meant = next.getName().equals(file);
        if (meant && !text.contains(words)) {
          throw new IllegalArgumentException(file + " does not hold " + words);
        }
        out.putNextEntry(new ZipEntry(next.getName()));
        out.write((meant ? text.replace(words, others) : text).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A keeper of a township, with a lamp lit on a day, who paid so much for oil. */
  static String keeper(String township, String born, String lit, String oil) {
    return township + "|" + born + "|" + lit + "|" + oil;
  }

  /** Keepers as {@link #keeper} says them; oil left empty is not known. */
  record Keepers(List<String> all, boolean invented) implements People {
    @Override
    public int size() {
      return all.size();
    }

    @Override
    public List<Party> read(int from, int to, Dictionary dictionary) {
      return all.subList(from, to).stream().map(words -> party(words, dictionary)).toList();
    }

    private static Party party(String words, Dictionary dictionary) {
      String[] parts = words.split("\\|", -1);
      String oil = parts[3].isEmpty() ? "" : "    oil_paid: " + parts[3] + "\n";
      String yaml =
          "on: 2025-02-10\nfacts:\n  keeper:\n"
              + "    registered_on: {value: 2024-01-10, source: ledger, obtained: 2024-01-10}\n"
              + ("    born_on: " + parts[1] + "\n")
              + oil
              + "    lamps:\n      complete_to: 2025-02-10\n      rows:\n"
              + ("        - {lit: " + parts[2] + ", out: none, sealed: false, fuel: oil}\n");
      Case given =
          CaseReader.read(dictionary, Trees.yaml(yaml.getBytes(StandardCharsets.UTF_8)), null)
              .given();
      return new Party("keeper", Objects.requireNonNull(given), true, Map.of("township", parts[0]));
    }
  }

  static Keepers keepers(String... all) {
    return new Keepers(List.of(all), true);
  }
}
