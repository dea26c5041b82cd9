package huice.engine;

import huice.model.Problem;
import huice.model.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences rules may use, read from the vocabulary file (a Drools DSL). A sentence is matched
 * whole; nothing inside a longer sentence can match. Immutable.
 */
final class Vocabulary {
  private static final Pattern ENTRY =
      Pattern.compile("\\[(keyword|condition|when|consequence|then|\\*)\\](.*)");
  private static final Pattern SLOT = Pattern.compile("\\{([\\p{L}][\\p{L}\\d]*)\\}");

  enum Scope {
    KEYWORD,
    CONDITION,
    CONSEQUENCE,
    ANY
  }

  /** One sentence: its key as written, what it stands for, and its line. */
  record Entry(
      Scope scope, String key, String value, Pattern pattern, List<String> slots, int line) {
    /** The word before a condition that says how it joins: or, and, not; empty otherwise. */
    String prefix() {
      if (slots.size() == 1) {
        for (String word : List.of("or", "and", "not")) {
          if (value.equals(word + " {" + slots.get(0) + "}")) {
            return word;
          }
        }
      }
      return "";
    }
  }

  /** A sentence found: the entry, what its slots caught (as written), and its expansion. */
  record Match(Entry entry, Map<String, String> caught, String expansion) {}

  private final List<Entry> entries;
  private final BiConsumer<Entry, String> used;

  private Vocabulary(List<Entry> entries, BiConsumer<Entry, String> used) {
    this.entries = List.copyOf(entries);
    this.used = used;
  }

  /** The same sentences; {@code used} hears each that is found and the line it is found for. */
  Vocabulary telling(BiConsumer<Entry, String> used) {
    return new Vocabulary(entries, used);
  }

  List<Entry> entries() {
    return entries;
  }

  static Vocabulary read(RuleText text, List<Problem> problems) {
    Faults faults = new Faults(text.file(), problems);
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> meanings = new HashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("//")) {
        continue;
      }
      Entry entry = entry(line, i + 1, faults);
      if (entry == null) {
        continue;
      }
      Integer first = seen.putIfAbsent(entry.scope() + entry.pattern().pattern(), i + 1);
      if (first != null) {
        faults.add(
            i + 1,
            "这句话与第 " + first + " 行重复",
            "this sentence repeats line " + first,
            "删去一行",
            "remove one of them");
      } else {
        entries.add(entry);
        sameMeaning(entry, meanings, faults);
      }
    }
    return new Vocabulary(entries, (entry, line) -> {});
  }

  /** Two sentences that mean the same would let one rule be written in two ways. */
  private static void sameMeaning(Entry entry, Map<String, Integer> meanings, Faults faults) {
    String meaning = entry.scope() + entry.value();
    for (int i = 0; i < entry.slots().size(); i++) {
      meaning = meaning.replace("{" + entry.slots().get(i) + "}", "{" + i + "}");
    }
    Integer first =
        entry.scope() == Scope.KEYWORD ? null : meanings.putIfAbsent(meaning, entry.line());
    if (first != null) {
      faults.add(
          entry.line(),
          "这句话与第 " + first + " 行含义相同",
          "this sentence means the same as that of line " + first,
          "只留一句，规则都用它",
          "keep one of them and use it in all rules");
    }
  }

  private static @org.jspecify.annotations.Nullable Entry entry(
      String line, int number, Faults faults) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches() || line.length() > 2000) {
      faults.add(
          number,
          "词汇表的一行应当是 [类别]句子=含义",
          "a line of the vocabulary reads [scope]sentence=meaning",
          "类别是 keyword、condition、consequence 或 *",
          "the scope is keyword, condition, consequence or *");
      return null;
    }
    String rest = entry.group(2);
    int equals = rest.indexOf('=');
    if (equals <= 0) {
      faults.add(
          number,
          "缺少“=”",
          "there is no \"=\"",
          "写成 [condition]句子=Case( … )",
          "write [condition]sentence=Case( … )");
      return null;
    }
    Scope scope =
        switch (entry.group(1)) {
          case "keyword" -> Scope.KEYWORD;
          case "condition", "when" -> Scope.CONDITION;
          case "consequence", "then" -> Scope.CONSEQUENCE;
          default -> Scope.ANY;
        };
    String key = bare(rest.substring(0, equals));
    List<String> slots = new ArrayList<>();
    Pattern pattern = pattern(key, slots);
    return new Entry(
        scope, key, rest.substring(equals + 1).strip(), pattern, List.copyOf(slots), number);
  }

  /** Takes the anchors off that Drools' own expander needs. */
  private static String bare(String key) {
    return key.strip()
        .replaceFirst("^(\\(\\?m\\))?\\^?(\\\\s\\*)?", "")
        .replaceFirst("(\\\\s\\*)?\\$$", "")
        .replace("\\s+", " ")
        .replace("\\s*", "")
        .replaceAll("\\\\([()（）\\[\\]?.*+|])", "$1")
        .strip();
  }

  private static Pattern pattern(String key, List<String> slots) {
    StringBuilder regex = new StringBuilder();
    Matcher slot = SLOT.matcher(key);
    int from = 0;
    while (slot.find()) {
      regex.append(quoted(key.substring(from, slot.start())));
      regex.append("(.+?)");
      slots.add(slot.group(1));
      from = slot.end();
    }
    String tail = Words.plain(key.substring(from));
    regex.append(tail.isEmpty() ? "" : Pattern.quote(tail));
    return Pattern.compile(regex.toString());
  }

  private static String quoted(String piece) {
    String plain =
        java.text.Normalizer.normalize(piece, java.text.Normalizer.Form.NFKC)
            .replaceAll("\\s+", "");
    return plain.isEmpty() ? "" : Pattern.quote(plain);
  }

  /** The first entry of a scope that a sentence matches whole. Prefix entries come last. */
  Optional<Match> match(String sentence, Scope scope) {
    Words.Plain plain = Words.Plain.of(sentence);
    Optional<Match> whole = match(plain, scope, false);
    Optional<Match> match = whole.isPresent() ? whole : match(plain, scope, true);
    match.ifPresent(m -> used.accept(m.entry(), sentence));
    return match;
  }

  private Optional<Match> match(Words.Plain plain, Scope scope, boolean prefixes) {
    for (Entry entry : entries) {
      if (entry.scope() != scope || entry.prefix().isEmpty() == prefixes) {
        continue;
      }
      Matcher matcher = entry.pattern().matcher(plain.text());
      if (matcher.matches() && spaced(entry, matcher, plain)) {
        Map<String, String> caught = new LinkedHashMap<>();
        String expansion = entry.value();
        for (int i = 0; i < entry.slots().size(); i++) {
          String value = plain.original(matcher.start(i + 1), matcher.end(i + 1)).strip();
          caught.put(entry.slots().get(i), value);
          expansion = expansion.replace("{" + entry.slots().get(i) + "}", value);
        }
        return Optional.of(new Match(entry, caught, expansion));
      }
    }
    return Optional.empty();
  }

  /**
   * A keyword stands apart from what follows where its key has a space: 规则 NAME is one, 规则按… is
   * not.
   */
  private static boolean spaced(Entry entry, Matcher matcher, Words.Plain plain) {
    if (entry.scope() != Scope.KEYWORD || entry.slots().isEmpty()) {
      return true;
    }
    boolean wanted = entry.key().contains(" {" + entry.slots().get(0) + "}");
    int start = matcher.start(1);
    return !wanted || start == 0 || plain.origins()[start] > plain.origins()[start - 1] + 1;
  }

  /** The sentences nearest to a text, for “did you mean”. */
  List<String> nearest(String sentence, Scope scope) {
    return Words.nearest(
        sentence,
        entries.stream()
            .filter(e -> e.scope() == scope && e.prefix().isEmpty())
            .map(Entry::key)
            .toList(),
        3);
  }
}
