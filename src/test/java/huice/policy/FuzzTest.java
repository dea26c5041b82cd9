package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Dictionary;
import huice.model.Loaded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file or a request holds, it is read to an end and nothing is thrown. */
@Timeout(120)
class FuzzTest {
  private static final List<String> FILES =
      List.of(
          Folder.FACTS,
          Folder.SUBJECTS,
          Folder.PROTECTED,
          Folder.POLICY,
          Folder.CLAUSES,
          Folder.MONTHS,
          Folder.WAGE,
          Folder.RULE,
          Folder.TABLE,
          Folder.CASES,
          "policies/facts/registers.yaml",
          "policies/plan/source.txt",
          "policies/plan/questions.yaml",
          "policies/plan/services.yaml",
          "policies/plan/interactions.yaml",
          "rules/vocabulary.dsl");

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "\n",
          "\n  ",
          "\t",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!x ",
          "? ",
          "|\n",
          ">\n",
          "#",
          "---\n",
          "...\n",
          ",",
          "null",
          "~",
          "none",
          "{}",
          "[]",
          "<<: ",
          "%",
          "@",
          "`",
          "2024-02-30",
          "1e999",
          "-1",
          "2/0",
          "99999999999999999999",
          "\u202E",
          "\uFEFF",
          "\u0000",
          "〔",
          "…",
          "民族",
          "a.b[0]",
          "[0]",
          "worker",
          "zh",
          "from",
          "to",
          "value",
          "like",
          "change");

  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  @Test
  void spoiltFilesAreProblemsNeverExceptions() {
    Random random = new Random(20241101);
    for (int i = 0; i < 2000; i++) {
      String file = FILES.get(random.nextInt(FILES.size()));
      byte[] good = folder.text(file).getBytes(StandardCharsets.UTF_8);
      folder.write(file, spoilt(good, random));
      Loaded loaded = folder.load();
      assertThat(loaded.problems()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
      folder.write(file, good);
    }
    assertThat(folder.load().problems()).isEmpty();
  }

  @Test
  void spoiltCasesAreFaultsNeverExceptions() {
    Dictionary dictionary = Objects.requireNonNull(folder.load().release()).dictionary();
    byte[] yaml =
        """
        on: 2024-09-01
        from: 2024-01
        to: 2024-12
        facts:
          worker:
            birth_date: {value: 1990-02-28, source: document, obtained: 2024-05-01, quality: verified}
            paid: {conflict: [{value: 1}, {value: none, source: document}]}
            employments: {complete_to: 2024-09-01, rows: [{start: 2024-01-01, end: none, tier: 一档}]}
            home: {members: 3}
        """
            .getBytes(StandardCharsets.UTF_8);
    byte[] json =
        "{\"on\":\"2024-09-01\",\"facts\":{\"worker\":{\"paid\":1.5,\"enrolled\":true,\"employments\":[{\"start\":\"2024-01-01\"}]}}}"
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      boolean asJson = random.nextBoolean();
      byte[] bytes = spoilt(asJson ? json : yaml, random);
      Trees.Parsed parsed = asJson ? Trees.json(bytes) : Trees.yaml(bytes);
      CaseReader.Read read = CaseReader.read(dictionary, parsed, null);
      assertThat(read.given() == null).isEqualTo(!read.faults().isEmpty());
    }
  }

  @Test
  void textsMadeToBeSlowAreReadToAnEnd() {
    List<String> texts =
        List.of(
            "a: ".repeat(300_000),
            "? ".repeat(500_000),
            "- ".repeat(500_000),
            "{a: ".repeat(300_000),
            "[[".repeat(300_000) + "]]".repeat(300_000),
            "a: \"" + "\\u0041".repeat(200_000) + "\"",
            "a: |\n" + "  x\n".repeat(300_000),
            "x".repeat(1_900_000),
            "#".repeat(1_900_000),
            "\"".repeat(1_900_000),
            "\n".repeat(1_900_000),
            "&a ".repeat(300_000),
            "a: b\n".repeat(300_000));
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(Trees.yaml(bytes)).isNotNull();
      assertThat(Trees.json(bytes)).isNotNull();
      Problems problems = Problems.empty();
      Csv.read(new SourceFile("rules/p/t.csv", bytes, true), "p", "t", problems);
      assertThat(problems.all()).allSatisfy(p -> assertThat(p.toString()).doesNotContain("\n"));
    }
  }

  private static byte[] spoilt(byte[] good, Random random) {
    byte[] bytes = good.clone();
    switch (random.nextInt(6)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> {
        bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
      }
      case 2 -> {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 3 ->
          bytes =
              new String(bytes, StandardCharsets.UTF_8)
                  .getBytes(
                      random.nextBoolean()
                          ? java.nio.charset.Charset.forName("GB18030")
                          : StandardCharsets.UTF_16);
      default -> {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
          bytes = edited(bytes, random);
        }
      }
    }
    return bytes;
  }

  /** With a token put in, a piece taken out or a piece doubled. */
  private static byte[] edited(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(30));
    String middle =
        switch (random.nextInt(3)) {
          case 0 -> TOKENS.get(random.nextInt(TOKENS.size()));
          case 1 -> "";
          default -> text.substring(from, to).repeat(2);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        (text.substring(0, from) + middle + text.substring(random.nextBoolean() ? from : to))
            .getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
