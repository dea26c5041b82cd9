package huice.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A county of invented people and employers. The same seed, day and number give the same one,
 * whoever else was made before. What is drawn stands in {@code population/county.yaml}; no fact is
 * named here. Thread-safe.
 */
public final class Population {
  private static final String PLAN = "/population/county.yaml";
  private static final String REGION = "999999";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final String FAMILY = "甲乙丙丁戊己庚辛壬癸";
  private static final String GIVEN = "春夏秋冬山川林泉云月星禾";
  private static final int NUMBERS = 1000;
  private static final int DAYS_OF_REGISTERING = 500;
  private static final long PEOPLE = 0x9E3779B97F4A7C15L;
  private static final long PAIRS = 0xC2B2AE3D27D4EB4FL;
  private static final long EMPLOYERS = 0x165667B19E3779F9L;

  private final long seed;
  private final LocalDate day;
  private final Map<String, Object> people;
  private final Map<String, Object> employers;
  private final List<Map<String, Object>> kinds;
  private final String born;

  public Population(long seed, LocalDate day) {
    this.seed = seed;
    this.day = day;
    Map<String, Object> plan = plan();
    this.people = Draw.map(plan.get("people"));
    this.employers = Draw.map(plan.get("employers"));
    this.kinds =
        ((List<?>) Objects.requireNonNull(people.get("kinds"))).stream().map(Draw::map).toList();
    this.born = Objects.requireNonNull(people.get("born")).toString();
  }

  private static Map<String, Object> plan() {
    try (InputStream in = Objects.requireNonNull(Population.class.getResourceAsStream(PLAN))) {
      LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(200).build();
      return Draw.map(new Load(settings).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The person of a number from 0. */
  public Synthetic person(int number) {
    SplittableRandom chance = chance(PEOPLE, number);
    Draw draw = new Draw(chance, day);
    Map<String, Object> facts = draw.thing(draw.kind(kinds));
    String name =
        "演示"
            + FAMILY.charAt(chance.nextInt(FAMILY.length()))
            + GIVEN.charAt(chance.nextInt(GIVEN.length()))
            + (number + 1);
    return new Synthetic(
        entity(people),
        name,
        identity(birth(facts), chance.nextInt(NUMBERS)),
        null,
        day.minusDays(1L + chance.nextInt(DAYS_OF_REGISTERING)),
        facts);
  }

  /**
   * What two neighbours by number are to each other, the first of them even, if they are married.
   */
  public Optional<Synthetic> couple(int first) {
    SplittableRandom chance = chance(PAIRS, first);
    if (first % 2 != 0 || chance.nextInt(100) >= Draw.whole(people.get("married"))) {
      return Optional.empty();
    }
    Map<String, Object> pair = Draw.map(people.get("pair"));
    return Optional.of(
        new Synthetic(entity(pair), "", null, null, null, new Draw(chance, day).thing(pair)));
  }

  /** The employer of a number from 0. */
  public Synthetic employer(int number) {
    SplittableRandom chance = chance(EMPLOYERS, number);
    Map<String, Object> facts = new Draw(chance, day).thing(employers);
    String code = String.format(Locale.ROOT, "DEMO%06d", number + 1);
    return new Synthetic(entity(employers), "演示单位" + (number + 1), null, code, null, facts);
  }

  private static String entity(Map<String, Object> plan) {
    return Objects.requireNonNull(plan.get("entity")).toString();
  }

  private SplittableRandom chance(long of, int number) {
    return new SplittableRandom((seed ^ of) * 31 + number);
  }

  private LocalDate birth(Map<String, Object> facts) {
    Object known = facts.get(born);
    Object value = known instanceof Map<?, ?> evident ? evident.get("value") : known;
    return value == null ? day.minusYears(30) : LocalDate.parse(value.toString());
  }

  /** Eighteen digits for a region that no place has, with the check digit of GB 11643. */
  private static String identity(LocalDate birth, int order) {
    String digits =
        REGION
            + DateTimeFormatter.BASIC_ISO_DATE.format(birth)
            + String.format(Locale.ROOT, "%03d", order);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + CHECK.charAt(sum % CHECK.length());
  }
}
