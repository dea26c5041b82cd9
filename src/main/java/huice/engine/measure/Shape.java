package huice.engine.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a form takes: how many operands, whether filters, and which settings. */
record Shape(int least, int most, boolean filters, Set<String> settings, String usage) {
  static final Map<String, Shape> ALL = all();

  /** How to write a form that exists. */
  static String usage(String form) {
    return Objects.requireNonNull(ALL.get(form)).usage();
  }

  private static Map<String, Shape> all() {
    Map<String, Shape> all = new LinkedHashMap<>();
    Set<String> spells = Set.of("mode", "gap", "bridge", "start", "end", "to");
    all.put("value", plain(1, 1, "value(path)"));
    all.put("known", plain(1, 1, "known(path)"));
    all.put("age", new Shape(1, 1, false, Set.of("at"), "age(path, at=DATE)"));
    all.put(
        "elapsed",
        new Shape(
            1, 2, false, Set.of("unit", "to"), "elapsed(DATE, unit=days|months|years, to=DATE)"));
    all.put(
        "deadline",
        new Shape(
            2,
            2,
            false,
            Set.of("unit", "roll", "count"),
            "deadline(DATE, parameter, unit=days|months|years|workdays,"
                + " roll=none|next-workday|previous-workday, count=after|with)"));
    all.put("exists", rows("exists(list, where …)"));
    all.put("count", rows("count(list, where …)"));
    all.put("sum", rows("sum(list.fact, where …)"));
    all.put("latest", rows("latest(list.fact, where …)"));
    all.put("earliest", rows("earliest(list.fact, where …)"));
    all.put(
        "months",
        new Shape(
            1,
            1,
            true,
            spells,
            "months(list, where …, mode=current|longest|total, gap=〔…〕, bridge=FIELD in a|b)"));
    all.put(
        "overlap",
        new Shape(1, 1, true, spells, "overlap(list, where …, gap=〔…〕, bridge=FIELD in a|b)"));
    all.put("reached", plain(2, 2, "reached(months(…), parameter)"));
    all.put("share", plain(2, 2, "share(a, b)"));
    all.put("plus", plain(2, 99, "plus(a, b, …)"));
    all.put("minus", plain(2, 99, "minus(a, b, …)"));
    all.put("product", plain(2, 99, "product(a, b, …)"));
    all.put("least", plain(2, 99, "least(a, b, …)"));
    all.put("greatest", plain(2, 99, "greatest(a, b, …)"));
    all.put("phased", plain(5, 5, "phased(path, years, step, cap, start)"));
    all.put("outcome", plain(1, 1, "outcome(scheme)"));
    all.put("earlier", plain(0, 0, "earlier()"));
    all.put("on", plain(0, 0, "on()"));
    all.put("monthStart", plain(0, 0, "monthStart()"));
    all.put("monthEnd", plain(0, 0, "monthEnd()"));
    all.put("parameter", plain(1, 1, "parameter(〔…〕)"));
    return all;
  }

  private static Shape plain(int least, int most, String usage) {
    return new Shape(least, most, false, Set.of(), usage);
  }

  private static Shape rows(String usage) {
    return new Shape(1, 1, true, Set.of(), usage);
  }
}
