package huice.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws facts as a plan describes them: see the head of {@code population/county.yaml}. The same
 * source of chance and the same plan give the same facts. One thread, one use.
 */
final class Draw {
  private static final Pattern PLACE =
      Pattern.compile("(?:([a-z_]+)(?=[+-]|$))?([+-]?)(?:(\\d+)([ymd]))?");
  private static final String MONTH = "=month";
  private static final String NONE = "none";
  private static final int HUNDRED = 100;
  private static final int LATEST_PROOF = 400;

  /** Places in time as they were taken apart: a plan has few. */
  private static final Map<String, Place> PLACES = new ConcurrentHashMap<>();

  /** A date drawn before, null for the day itself, and how far from it. */
  private record Place(@Nullable String from, @Nullable Period length, boolean before) {}

  private final SplittableRandom chance;
  private final LocalDate day;

  Draw(SplittableRandom chance, LocalDate day) {
    this.chance = chance;
    this.day = day;
  }

  /** One of the kinds, by their shares. */
  Map<String, Object> kind(List<Map<String, Object>> kinds) {
    int all = kinds.stream().mapToInt(kind -> whole(kind.get("share"))).sum();
    int left = chance.nextInt(all);
    for (Map<String, Object> kind : kinds) {
      left -= whole(kind.get("share"));
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("shares");
  }

  /** The facts and lists of one thing. */
  Map<String, Object> thing(Map<String, Object> plan) {
    return thing(plan, null);
  }

  private Map<String, Object> thing(Map<String, Object> plan, @Nullable YearMonth month) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    if (month != null) {
      dates.put("month", month.atDay(1));
    }
    part(plan, "facts")
        .forEach(
            (fact, how) -> {
              Object value = fact(fact, how, dates, month);
              if (value != null) {
                drawn.put(fact, value);
              }
            });
    part(plan, "lists").forEach((list, how) -> drawn.put(list, list(map(how))));
    return drawn;
  }

  private Map<String, Object> list(Map<String, Object> plan) {
    List<Object> rows = new ArrayList<>();
    if (plan.get("monthly") instanceof List<?> span) {
      YearMonth last = YearMonth.from(place(span.get(1), Map.of()));
      for (YearMonth month = YearMonth.from(place(span.get(0), Map.of()));
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        rows.add(thing(plan, month));
      }
    } else {
      int count = Integer.parseInt(weighted(map(plan.get("rows"))));
      for (int i = 0; i < count; i++) {
        rows.add(thing(plan, null));
      }
    }
    Map<String, Object> list = new LinkedHashMap<>();
    if (happens(plan.get("complete"))) {
      list.put("complete_to", day.toString());
    }
    list.put("rows", rows);
    return list;
  }

  private @Nullable Object fact(
      String fact, Object how, Map<String, LocalDate> dates, @Nullable YearMonth month) {
    if (!(how instanceof Map<?, ?>)) {
      return MONTH.equals(how) && month != null ? month.toString() : how;
    }
    Map<String, Object> plan = map(how);
    if (happens(plan.get("missing"))) {
      return null;
    }
    Object value = happens(plan.get("none")) ? NONE : value(plan, dates);
    if (value instanceof LocalDate date) {
      dates.put(fact, date);
      value = date.toString();
    }
    Object other = happens(plan.get("conflict")) ? value(plan, Map.of()) : null;
    Object first = evident(value, plan, "source");
    return other == null || other.toString().equals(value.toString())
        ? first
        : Map.of("conflict", List.of(first, evident(other.toString(), plan, "person")));
  }

  private Object value(Map<String, Object> plan, Map<String, LocalDate> dates) {
    if (plan.get("pick") != null) {
      String word = weighted(map(plan.get("pick")));
      return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word;
    }
    if (plan.get("date") instanceof List<?> span) {
      return between(place(span.get(0), dates), place(span.get(1), dates));
    }
    if (plan.get("month") instanceof List<?> span) {
      return YearMonth.from(between(place(span.get(0), dates), place(span.get(1), dates)))
          .toString();
    }
    List<?> ends = (List<?>) Objects.requireNonNull(plan.get("number"));
    BigDecimal low = new BigDecimal(ends.get(0).toString());
    BigDecimal step = new BigDecimal(plan.getOrDefault("step", 1).toString());
    int steps = new BigDecimal(ends.get(1).toString()).subtract(low).divide(step).intValue();
    return low.add(step.multiply(BigDecimal.valueOf(chance.nextInt(steps + 1)))).toPlainString();
  }

  private Object evident(Object value, Map<String, Object> plan, String source) {
    Map<String, Object> evident = new LinkedHashMap<>();
    evident.put("value", value);
    evident.put("source", plan.getOrDefault(source, "person"));
    evident.put("obtained", day.minusDays(chance.nextInt(LATEST_PROOF)).toString());
    evident.put("quality", plan.getOrDefault("quality", "declared"));
    return evident;
  }

  private LocalDate between(LocalDate a, LocalDate b) {
    LocalDate first = a.isBefore(b) ? a : b;
    long days = Math.abs(ChronoUnit.DAYS.between(a, b));
    return first.plusDays(chance.nextLong(days + 1));
  }

  /** {@code -3y}, {@code start+1m}, {@code 0d}. */
  private LocalDate place(Object written, Map<String, LocalDate> dates) {
    Place place = PLACES.computeIfAbsent(written.toString(), Draw::apart);
    LocalDate from = place.from() == null ? day : dates.getOrDefault(place.from(), day);
    Period length = place.length();
    if (length == null) {
      return from;
    }
    return place.before() ? from.minus(length) : from.plus(length);
  }

  private static Place apart(String written) {
    Matcher parts = PLACE.matcher(written);
    if (!parts.matches()) {
      throw new IllegalStateException("no such place in time: " + written);
    }
    Period length =
        parts.group(3) == null
            ? null
            : Period.parse("P" + parts.group(3) + parts.group(4).toUpperCase(Locale.ROOT));
    return new Place(parts.group(1), length, parts.group(2).equals("-"));
  }

  private String weighted(Map<String, Object> weights) {
    int all = weights.values().stream().mapToInt(Draw::whole).sum();
    int left = chance.nextInt(all);
    for (Map.Entry<String, Object> weight : weights.entrySet()) {
      left -= whole(weight.getValue());
      if (left < 0) {
        return weight.getKey();
      }
    }
    throw new IllegalStateException("weights");
  }

  /** Whether it happens to so many of a hundred; to nobody when it is null. */
  boolean happens(@Nullable Object percent) {
    return percent != null && chance.nextInt(HUNDRED) < whole(percent);
  }

  static int whole(@Nullable Object number) {
    return number instanceof Number n ? n.intValue() : 0;
  }

  private static Map<String, Object> part(Map<String, Object> plan, String name) {
    return plan.get(name) == null ? Map.of() : map(plan.get(name));
  }

  /** A plan as it was read, with all keys as words, to be drawn from by {@link #map}. */
  static Object plain(Object node) {
    if (node instanceof Map<?, ?> mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.forEach((key, value) -> map.put(key.toString(), plain(value)));
      return map;
    }
    return node instanceof List<?> list ? list.stream().map(Draw::plain).toList() : node;
  }

  /** A mapping of a plain plan. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }
}
