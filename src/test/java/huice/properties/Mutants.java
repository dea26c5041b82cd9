package huice.properties;

import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import huice.twin.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Seeded mistakes in rule files, by the line, by the cell and by the byte. */
final class Mutants {
  private static final List<String> BITS =
      List.of(
          "(",
          ")",
          "\"",
          "{",
          "}",
          "〔",
          "〕",
          "或者 ",
          "并且 ",
          "除非 ",
          "（",
          "）",
          "当",
          "则",
          "完",
          "规则 甲",
          "施行 2024-13-01 起",
          "施行 2024-01-01 起",
          "逐月",
          "=",
          ">=",
          "==",
          "\\",
          "$",
          "\u0000",
          "rule \"x\"",
          "when",
          "then",
          "end",
          "eval(true)",
          "Case( ",
          "value(\"worker.",
          "@since(",
          "[condition]",
          "{n}",
          ".*",
          "(.*)+$",
          "\\s*$",
          "not ",
          "or ",
          "heading(\"duty\")",
          "//",
          "/*",
          "9999999999999999999",
          "-1",
          "null",
          "true",
          "￿",
          "\uD800",
          "where ",
          "@on",
          "phased(");

  private final Random random;

  Mutants(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
  }

  private String mutated(String line, List<String> others) {
    String bit = BITS.get(random.nextInt(BITS.size()));
    int at = line.isEmpty() ? 0 : random.nextInt(line.length());
    return switch (random.nextInt(6)) {
      case 0 -> line.substring(0, at) + bit + line.substring(at);
      case 1 -> line.substring(0, at) + (line.isEmpty() ? "" : line.substring(at + 1));
      case 2 -> line.substring(0, at) + bit;
      case 3 -> others.get(random.nextInt(others.size()));
      case 4 -> line + line;
      default -> line.isEmpty() ? bit : line.replace(line.charAt(at), bit.charAt(0));
    };
  }

  private List<String> mutated(List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = 1 + random.nextInt(3); i > 0 && !changed.isEmpty(); i--) {
      int at = random.nextInt(changed.size());
      switch (random.nextInt(5)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(at, changed.get(random.nextInt(changed.size())));
        default -> changed.set(at, mutated(changed.get(at), changed));
      }
    }
    return changed;
  }

  private RuleText mutated(RuleText text) {
    return new RuleText(
        text.pack(), text.scheme(), text.form(), text.file(), mutated(text.lines()));
  }

  private Table mutated(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      rows.add(random.nextInt(8) == 0 && !row.isEmpty() ? mutated(row) : row);
    }
    return new Table(table.pack(), table.scheme(), table.file(), rows, table.lines());
  }

  private static Release with(RuleText vocabulary, List<RuleText> rules, List<Table> tables) {
    Release shipped = Shipped.release();
    return new Release(
        "mutant", shipped.dictionary(), shipped.packs(), vocabulary, rules, tables, List.of());
  }

  /** One file of some kind mutated; few files beside it, so that ten thousand can be tried. */
  Release mutant(int i, List<RuleText> drl) {
    Release shipped = Shipped.release();
    RuleText rule = shipped.rules().get(random.nextInt(shipped.rules().size()));
    return switch (i % 8) {
      case 0 -> with(mutated(shipped.vocabulary()), List.of(rule), List.of());
      case 1, 2 -> with(shipped.vocabulary(), List.of(), List.of(mutated(shipped.tables().get(0))));
      case 3, 4 ->
          with(
              shipped.vocabulary(),
              List.of(mutated(drl.get(random.nextInt(drl.size())))),
              List.of());
      default -> with(shipped.vocabulary(), List.of(mutated(rule)), List.of());
    };
  }

  byte[] mangled(byte[] bytes) {
    byte[] changed = bytes.clone();
    switch (random.nextInt(6)) {
      case 0 -> changed = Arrays.copyOf(changed, random.nextInt(changed.length + 1));
      case 1 -> {
        for (int i = 0; i < 5; i++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      case 3 -> changed = new byte[random.nextInt(3000)];
      default -> {
        String text = new String(bytes, StandardCharsets.UTF_8);
        changed =
            String.join("\n", mutated(text.lines().toList())).getBytes(StandardCharsets.UTF_8);
      }
    }
    return changed;
  }
}
