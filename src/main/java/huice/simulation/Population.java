package huice.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A county of invented people and organisations. The same seed, day and size give the same one,
 * piece by piece and in any order. What is drawn stands in {@code population/county.yaml}; no fact
 * is named here. Thread-safe.
 */
public final class Population {
  private static final String PLAN = "/population/county.yaml";

  /** No province has it; four digits more and the order tell ten million people apart. */
  private static final String REGION = "99";

  private static final int MOST = 10_000_000;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final String FAMILY = "甲乙丙丁戊己庚辛壬癸";
  private static final String GIVEN = "春夏秋冬山川林泉云月星禾";
  private static final int NUMBERS = 1000;
  private static final int DAYS_OF_REGISTERING = 500;
  private static final long PEOPLE = 0x9E3779B97F4A7C15L;
  private static final long PAIRS = 0xC2B2AE3D27D4EB4FL;
  private static final long ORGANISATIONS = 0x165667B19E3779F9L;
  private static final long IDS = 0xD6E8FEB86659FD93L;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final LocalDate day;
  private final int first;
  private final int size;
  private final Map<String, Object> people;
  private final List<Map<String, Object>> kinds;
  private final List<Map<String, Object>> pairs;
  private final List<Map<String, Object>> organisations;
  private final String born;

  /**
   * People from the number {@code first}, which is even, on: those before may be another county in
   * the same database.
   */
  public Population(long seed, LocalDate day, int first, int size) {
    if (first % 2 != 0 || (long) first + size > MOST) {
      throw new IllegalArgumentException("more than ten million people, or half a pair");
    }
    this.seed = seed;
    this.day = day;
    this.first = first;
    this.size = size;
    Map<String, Object> plan = plan();
    this.people = Draw.map(plan.get("people"));
    this.kinds = list(people.get("kinds"));
    this.pairs = list(people.get("pairs"));
    this.organisations = list(plan.get("organisations"));
    this.born = Objects.requireNonNull(people.get("born")).toString();
  }

  private static Map<String, Object> plan() {
    try (InputStream in = Objects.requireNonNull(Population.class.getResourceAsStream(PLAN))) {
      LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(200).build();
      return Draw.map(Draw.plain(new Load(settings).loadFromInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, Object>> list(@Nullable Object plan) {
    return ((List<?>) Objects.requireNonNull(plan)).stream().map(Draw::map).toList();
  }

  /** How many people there are. */
  public int size() {
    return size;
  }

  /** How many pairs of neighbours there are, the last perhaps of one person. */
  public int pairs() {
    return (size + 1) / 2;
  }

  /** A pair of neighbours from 0: one or two persons, and what they are to each other. */
  public List<Synthetic> pair(int pair) {
    int one = first + 2 * pair;
    boolean both = 2 * pair + 1 < size;
    Map<String, UUID> ofOne = new LinkedHashMap<>();
    Map<String, UUID> ofOther = new LinkedHashMap<>();
    List<Synthetic> all = new ArrayList<>();
    for (int i = 0; both && i < pairs.size(); i++) {
      Map<String, Object> plan = pairs.get(i);
      SplittableRandom chance = chance(PAIRS + i, one);
      Draw draw = new Draw(chance, day);
      if (draw.happens(plan.get("share"))) {
        UUID id = id(PAIRS + i, one);
        Map<String, UUID> links = new LinkedHashMap<>();
        if (plan.get("members") instanceof List<?> members) {
          links.put(members.get(0).toString(), person(one));
          links.put(members.get(1).toString(), person(one + 1));
          ofOne.put(members.get(1).toString(), person(one + 1));
          ofOther.put(members.get(1).toString(), person(one));
        }
        ofOne.put(word(plan, "as"), id);
        ofOther.put(word(plan, "as"), id);
        all.add(
            new Synthetic(id, word(plan, "entity"), "", null, null, null, links, draw.thing(plan)));
      }
    }
    all.add(person(one, ofOne));
    if (both) {
      all.add(person(one + 1, ofOther));
    }
    return all;
  }

  private UUID person(int number) {
    return id(PEOPLE, number);
  }

  private Synthetic person(int number, Map<String, UUID> links) {
    SplittableRandom chance = chance(PEOPLE, number);
    Draw draw = new Draw(chance, day);
    Map<String, Object> kind = draw.kind(kinds);
    Map<String, Object> facts = draw.thing(kind);
    String name =
        "演示"
            + FAMILY.charAt(chance.nextInt(FAMILY.length()))
            + GIVEN.charAt(chance.nextInt(GIVEN.length()))
            + (number + 1);
    LocalDate registeredOn = day.minusDays(1L + chance.nextInt(DAYS_OF_REGISTERING));
    Map<String, UUID> all = new LinkedHashMap<>(links);
    if (kind.get("links") != null) {
      Draw.map(kind.get("links")).forEach((root, share) -> link(all, root, share, draw, chance));
    }
    return new Synthetic(
        person(number),
        word(people, "entity"),
        name,
        identity(birth(facts), number),
        null,
        registeredOn,
        all,
        facts);
  }

  /** Few organisations have many people, and many few. */
  private void link(
      Map<String, UUID> links, String root, Object share, Draw draw, SplittableRandom chance) {
    if (!draw.happens(share)) {
      return;
    }
    for (int kind = 0; kind < organisations.size(); kind++) {
      if (word(organisations.get(kind), "as").equals(root)) {
        double place = chance.nextDouble();
        links.put(root, organisation(kind, (int) (count(kind) * place * place)).id());
      }
    }
  }

  private int count(int kind) {
    return Math.max(1, size / Draw.whole(organisations.get(kind).get("people")));
  }

  /** How many organisations there are. */
  public int organisations() {
    int all = 0;
    for (int kind = 0; kind < organisations.size(); kind++) {
      all += count(kind);
    }
    return all;
  }

  /** An organisation from 0. */
  public Synthetic organisation(int number) {
    int left = number;
    int kind = 0;
    while (left >= count(kind)) {
      left -= count(kind++);
    }
    Synthetic bare = organisation(kind, left);
    Map<String, Object> plan = organisations.get(kind);
    SplittableRandom chance = chance(ORGANISATIONS + kind, first + left);
    return new Synthetic(
        bare.id(),
        bare.entity(),
        bare.name(),
        null,
        bare.code(),
        null,
        Map.of(),
        new Draw(chance, day).thing(plan));
  }

  private Synthetic organisation(int kind, int number) {
    Map<String, Object> plan = organisations.get(kind);
    int no = first + number;
    String code = String.format(Locale.ROOT, "%s%06d", word(plan, "code"), no + 1);
    return new Synthetic(
        id(ORGANISATIONS + kind, no),
        word(plan, "entity"),
        word(plan, "name") + (no + 1),
        null,
        code,
        null,
        Map.of(),
        Map.of());
  }

  private static String word(Map<String, Object> plan, String key) {
    return Objects.requireNonNull(plan.get(key)).toString();
  }

  private SplittableRandom chance(long of, int number) {
    return new SplittableRandom(mixed(mixed(seed ^ of) + STEP * number));
  }

  /** As SplittableRandom mixes: neighbours by number and by seed have nothing in common. */
  private static long mixed(long word) {
    long mixed = (word ^ word >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** As a random one looks, so that they spread evenly. */
  private UUID id(long of, int number) {
    SplittableRandom chance = chance(of ^ IDS, number);
    long high = chance.nextLong() & ~0xF000L | 0x4000L;
    long low = chance.nextLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE;
    return new UUID(high, low);
  }

  private LocalDate birth(Map<String, Object> facts) {
    Object known = facts.get(born);
    Object value = known instanceof Map<?, ?> evident ? evident.get("value") : known;
    return value == null ? day.minusYears(30) : LocalDate.parse(value.toString());
  }

  /** Eighteen digits with the check digit of GB 11643; no two people have the same. */
  private static String identity(LocalDate birth, int number) {
    String digits =
        REGION
            + String.format(Locale.ROOT, "%04d", number / NUMBERS)
            + DateTimeFormatter.BASIC_ISO_DATE.format(birth)
            + String.format(Locale.ROOT, "%03d", number % NUMBERS);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + CHECK.charAt(sum % CHECK.length());
  }
}
