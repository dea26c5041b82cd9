package huice.casework.money;

import huice.model.Text;
import huice.policy.Tree;
import huice.policy.Trees;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What an authority sets about paying out, from a file of data. Immutable. */
@Singleton
public class MoneySettings {
  private static final String SHIPPED = "/money/settings.yaml";

  private final List<String> certificates;
  private final Queue.Tie tie;
  private final String seed;
  private final int answerDays;
  private final BigDecimal mostAMonth;
  private final int limitMonths;
  private final Earlier earlier;
  private final String daysOff;
  private final Map<String, Text> funds = new LinkedHashMap<>();
  private final Map<String, SchemeMoney> schemes = new LinkedHashMap<>();

  @Inject
  MoneySettings(@ConfigProperty(name = "huice.money.settings") Optional<String> file) {
    this(bytes(file));
  }

  MoneySettings(byte[] yaml) {
    Trees.Parsed parsed = Trees.yaml(yaml);
    if (!(parsed.tree() instanceof Tree.Mapping whole) || !parsed.faults().isEmpty()) {
      throw new IllegalStateException("the settings of money cannot be read: " + parsed.faults());
    }
    this.certificates = words(whole.get("certificates"));
    Tree.Mapping queue = map(whole, "queue");
    this.tie = Queue.Tie.valueOf(word(queue, "tie").toUpperCase(Locale.ROOT));
    this.seed = word(queue, "seed");
    Tree.Mapping recovery = map(whole, "recovery");
    this.answerDays = Integer.parseInt(word(recovery, "answer-days"));
    this.mostAMonth = new BigDecimal(word(recovery, "most-a-month"));
    this.limitMonths = Integer.parseInt(word(recovery, "limit-months"));
    this.daysOff = word(whole, "days-off");
    this.earlier = Earlier.of(map(whole, "earlier"));
    map(whole, "funds")
        .entries()
        .forEach(
            (id, entry) -> {
              Tree.Mapping names = (Tree.Mapping) entry.value();
              funds.put(id, Text.of(word(names, "zh"), word(names, "en")));
            });
    map(whole, "schemes")
        .entries()
        .forEach((id, entry) -> schemes.put(id, scheme(id, (Tree.Mapping) entry.value())));
  }

  /**
   * How one scheme is paid out. {@code statutory}: the law that demands it, null when none does;
   * {@code noticeDays}: 0 when nothing is shown publicly, {@code workdays}: only days on which
   * offices work count; {@code partial}: whole months may be paid while the others wait for money.
   */
  public record SchemeMoney(
      String scheme,
      String fund,
      Rhythm rhythm,
      @Nullable String statutory,
      int noticeDays,
      boolean workdays,
      boolean partial) {}

  /** The kind of list in which earlier benefits lie, and what its facts mean. */
  record Earlier(
      String entity,
      String scheme,
      String grantedOn,
      String firstMonth,
      String lastMonth,
      String months) {
    private static Earlier of(Tree.Mapping of) {
      return new Earlier(
          word(of, "entity"),
          word(of, "scheme"),
          word(of, "granted-on"),
          word(of, "first-month"),
          word(of, "last-month"),
          word(of, "months"));
    }
  }

  private SchemeMoney scheme(String id, Tree.Mapping of) {
    String fund = word(of, "fund");
    if (!funds.containsKey(fund)) {
      throw new IllegalStateException("no such fund: " + fund);
    }
    String days = optional(of, "notice-days");
    String workdays = optional(of, "notice-workdays");
    return new SchemeMoney(
        id,
        fund,
        Rhythm.valueOf(word(of, "rhythm").toUpperCase(Locale.ROOT)),
        optional(of, "statutory"),
        Integer.parseInt(workdays != null ? workdays : days != null ? days : "0"),
        workdays != null,
        "true".equals(optional(of, "partial")));
  }

  private static byte[] bytes(Optional<String> file) {
    try {
      if (file.isPresent() && !file.get().isBlank()) {
        return Files.readAllBytes(Path.of(file.get()));
      }
      try (InputStream shipped = MoneySettings.class.getResourceAsStream(SHIPPED)) {
        return Objects.requireNonNull(shipped).readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tree.Mapping map(Tree.Mapping of, String key) {
    if (of.get(key) instanceof Tree.Mapping map) {
      return map;
    }
    throw new IllegalStateException("the settings of money have no " + key);
  }

  private static String word(Tree.Mapping of, String key) {
    String word = optional(of, key);
    if (word == null) {
      throw new IllegalStateException("the settings of money have no " + key);
    }
    return word;
  }

  private static @Nullable String optional(Tree.Mapping of, String key) {
    return of.get(key) instanceof Tree.Scalar scalar && !scalar.nothing() ? scalar.text() : null;
  }

  private static List<String> words(@Nullable Tree list) {
    List<String> words = new ArrayList<>();
    if (list instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        words.add(((Tree.Scalar) item).text());
      }
    }
    return List.copyOf(words);
  }

  /** The lists in which certificates of hardship lie, as paths of a case. */
  List<String> certificates() {
    return certificates;
  }

  Earlier earlier() {
    return earlier;
  }

  /** The list parameter of the packs that names the days off. */
  String daysOff() {
    return daysOff;
  }

  Queue.Tie tie() {
    return tie;
  }

  String seed() {
    return seed;
  }

  /** Days to answer before a recovery is decided. */
  public int answerDays() {
    return answerDays;
  }

  /** No instalment of a recovery is greater. */
  public BigDecimal mostAMonth() {
    return mostAMonth;
  }

  /** What was paid longer ago is not recovered. */
  public int limitMonths() {
    return limitMonths;
  }

  /** The funds by id, in the file's order. */
  public Map<String, Text> funds() {
    return Collections.unmodifiableMap(funds);
  }

  public List<String> fundIds() {
    return List.copyOf(funds.keySet());
  }

  public Optional<SchemeMoney> scheme(String id) {
    return Optional.ofNullable(schemes.get(id));
  }

  public List<SchemeMoney> schemes() {
    return List.copyOf(schemes.values());
  }
}
