package huice.engine.measure;

import huice.model.Choice;
import huice.model.Confidence;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small dictionary for these tests, and short ways to write calls, cases and moments. */
final class Sample {
  static final LocalDate EPOCH = LocalDate.of(1970, 1, 1);

  static final Entity WAGE =
      entity(
          "wage",
          "month",
          null,
          List.of(
              fact("wage", "month", ValueType.DATE, Unit.NONE, true),
              fact("wage", "amount", ValueType.MONEY, Unit.YUAN, false),
              fact("wage", "paid", ValueType.DATE, Unit.NONE, false),
              fact("wage", "backpaid", ValueType.YES_NO, Unit.NONE, false)),
          List.of());
  static final Entity EMPLOYER =
      entity(
          "employer",
          null,
          null,
          List.of(
              fact("employer", "size", ValueType.COUNT, Unit.PERSONS, false),
              fact("employer", "arrears", ValueType.YES_NO, Unit.NONE, false)),
          List.of());
  static final Entity SPELL =
      entity(
          "spell",
          "start",
          "end",
          List.of(
              fact("spell", "start", ValueType.DATE, Unit.NONE, false),
              fact("spell", "end", ValueType.DATE, Unit.NONE, false),
              choice("spell", "reason", "quit", "sick", "unpaid"),
              fact("spell", "contract", ValueType.YES_NO, Unit.NONE, false),
              fact("spell", "hours", ValueType.COUNT, Unit.HOUR, false)),
          List.of(
              relation("spell", "wages", 0, "wage", true),
              relation("spell", "employer", 1, "employer", false)));
  static final Entity LOAN =
      entity(
          "loan",
          "signed",
          null,
          List.of(
              fact("loan", "signed", ValueType.DATE, Unit.NONE, false),
              fact("loan", "sum", ValueType.MONEY, Unit.YUAN, false)),
          List.of());
  static final Entity WORKER =
      entity(
          "worker",
          null,
          null,
          List.of(
              fact("worker", "born", ValueType.DATE, Unit.NONE, false),
              fact("worker", "children", ValueType.COUNT, Unit.PERSONS, false),
              fact("worker", "savings", ValueType.MONEY, Unit.YUAN, false),
              fact("worker", "certified", ValueType.YES_NO, Unit.NONE, false),
              choice("worker", "tier", "first", "second", "third"),
              fact("worker", "applied", ValueType.DATE, Unit.NONE, false)),
          List.of(
              relation("worker", "spells", 0, "spell", true),
              relation("worker", "loans", 1, "loan", true)));

  static final SubjectKind ALONE =
      new SubjectKind("worker", Text.of("劳动者", "worker"), "worker", List.of(), null);
  static final SubjectKind COUPLE =
      new SubjectKind("couple", Text.of("夫妻", "couple"), null, List.of("worker", "spouse"), null);
  static final SubjectKind ROW =
      new SubjectKind("spell", Text.of("用工", "spell"), null, List.of(), "worker.spells");

  static final Dictionary DICTIONARY =
      new Dictionary(
          Map.of(
              "worker", WORKER, "spell", SPELL, "wage", WAGE, "employer", EMPLOYER, "loan", LOAN),
          Map.of("worker", "worker", "spouse", "worker", "office", "employer"),
          Map.of("worker", ALONE, "couple", COUPLE, "spell", ROW),
          List.of());

  static final Map<String, Parameter> PARAMETERS = parameters();

  private Sample() {}

  private static Map<String, Parameter> parameters() {
    Map<String, Parameter> all = new LinkedHashMap<>();
    for (int number : new int[] {0, 1, 2, 3, 4, 6, 10, 12, 30, 36, 60, 100}) {
      all.put("n" + number, parameter("n" + number, ValueType.COUNT, Unit.NONE, "" + number));
    }
    all.put("share", parameter("share", ValueType.COUNT, Unit.SHARE, "2/3"));
    all.put("percent", parameter("percent", ValueType.COUNT, Unit.PERCENT, "5"));
    all.put("money", parameter("money", ValueType.MONEY, Unit.YUAN, "1500.50"));
    all.put("reform", parameter("reform", ValueType.DATE, Unit.NONE, "2025-01-01"));
    all.put("unset", parameter("unset", ValueType.COUNT, Unit.NONE, null));
    all.put("reasons", list("reasons", List.of("sick", "unpaid")));
    all.put("misspelt", list("misspelt", List.of("sick", "选unpaidd")));
    all.put(
        "法定节假日", list("法定节假日", List.of("2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04")));
    return all;
  }

  private static Parameter parameter(
      String name, ValueType type, Unit unit, @Nullable String written) {
    Map<String, Long> values = written == null ? Map.of() : Map.of("", raw(type, written));
    Map<String, String> texts = written == null ? Map.of() : Map.of("", written);
    return parameter(name, type, unit, false, values, texts, List.of());
  }

  private static Parameter list(String name, List<String> words) {
    return parameter(name, ValueType.CHOICE, Unit.NONE, true, Map.of(), Map.of(), words);
  }

  private static Parameter parameter(
      String name,
      ValueType type,
      Unit unit,
      boolean listed,
      Map<String, Long> values,
      Map<String, String> written,
      List<String> list) {
    ParameterValue version =
        new ParameterValue(
            EPOCH,
            null,
            !values.isEmpty() || !list.isEmpty(),
            values,
            written,
            list,
            null,
            null,
            "",
            Confidence.A,
            null,
            null,
            1);
    return new Parameter(
        "pack", "pack/" + name, name, name, type, unit, listed, null, "", List.of(version), "f", 1);
  }

  static long raw(ValueType type, String text) {
    if (text.contains("/")) {
      String[] parts = text.split("/", -1);
      return Numbers.divide(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
    return type == ValueType.DATE ? day(text) : Raw.of(new BigDecimal(text));
  }

  private static Entity entity(
      String id,
      @Nullable String begins,
      @Nullable String ends,
      List<Fact> facts,
      List<Relation> relations) {
    List<Fact> placed = new ArrayList<>();
    for (Fact f : facts) {
      placed.add(place(f, placed.size()));
    }
    return new Entity(id, Text.of(id, id), begins, ends, placed, relations);
  }

  private static Fact place(Fact f, int ordinal) {
    return new Fact(
        f.entity(),
        f.id(),
        ordinal,
        f.label(),
        f.question(),
        f.type(),
        f.unit(),
        f.month(),
        f.choices(),
        f.sources(),
        f.proofs(),
        f.id().equals("savings") ? Period.ofMonths(6) : null,
        f.changedBy(),
        f.absent(),
        false,
        null,
        "f",
        1);
  }

  private static Fact fact(String entity, String id, ValueType type, Unit unit, boolean month) {
    return fact(entity, id, type, unit, month, List.of());
  }

  private static Fact choice(String entity, String id, String... choices) {
    List<Choice> all = new ArrayList<>();
    for (String choice : choices) {
      all.add(new Choice(choice, Text.of("选" + choice, choice)));
    }
    return fact(entity, id, ValueType.CHOICE, Unit.NONE, false, all);
  }

  private static Fact fact(
      String entity, String id, ValueType type, Unit unit, boolean month, List<Choice> choices) {
    return new Fact(
        entity,
        id,
        0,
        Text.of(id, id),
        Text.of(id + "？", id + "?"),
        type,
        unit,
        month,
        choices,
        List.of("person"),
        List.of(),
        null,
        Fact.ChangedBy.PERSON,
        Fact.Absence.ASK,
        false,
        null,
        "f",
        1);
  }

  private static Relation relation(
      String owner, String id, int ordinal, String entity, boolean many) {
    return new Relation(owner, id, ordinal, entity, many, Text.of(id, id), Text.of(id, id), "f", 1);
  }

  static Binding binding(SubjectKind subject, boolean monthly) {
    return new Binding(
        DICTIONARY, subject, PARAMETERS, Set.of("other-scheme"), monthly, new ArrayList<>());
  }

  static Bound bind(Call call, SubjectKind subject) {
    Binding binding = binding(subject, true);
    return Measures.bind(call, binding)
        .orElseThrow(() -> new AssertionError(call + ": " + binding.faults()));
  }

  static Bound bind(Call call) {
    return bind(call, ALONE);
  }

  /** A call; strings are words, calls are nested. */
  static Call call(String form, Object... args) {
    List<Call.Arg> all = new ArrayList<>();
    for (Object arg : args) {
      all.add(arg instanceof Call nested ? new Call.Nested(nested) : new Call.Word((String) arg));
    }
    return new Call(form, all);
  }

  static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  static Node worker() {
    return new Node(WORKER, "worker");
  }

  static Node spouse() {
    return new Node(WORKER, "spouse");
  }

  static void put(Node node, String fact, Known known) {
    node.put(node.entity().fact(fact).orElseThrow(), known);
  }

  /** A value as written in a case: a date, a number, a choice, true, false or none. */
  static void put(Node node, String fact, String text) {
    put(node, fact, known(node, fact, text, Evidence.DECLARED));
  }

  static Known known(Node node, String id, String text, Evidence evidence) {
    Fact fact = node.entity().fact(id).orElseThrow();
    if (text.equals("none")) {
      return new Known.None(evidence);
    }
    long raw =
        switch (fact.type()) {
          case DATE -> day(text);
          case MONEY, COUNT -> Raw.of(new BigDecimal(text));
          case YES_NO -> text.equals("true") ? 1 : 0;
          case CHOICE -> fact.choice(text).orElseThrow();
        };
    return new Known.Value(raw, evidence);
  }

  static Relation relation(Node node, String id) {
    return node.entity().relation(id).orElseThrow();
  }

  static void rows(Node node, String list, @Nullable String completeTo, Node... rows) {
    node.put(
        relation(node, list),
        new Rows(List.of(rows), completeTo == null ? null : LocalDate.parse(completeTo)));
  }

  /** A row of a list; its facts as id, text, id, text … */
  static Node row(Node owner, String list, int index, String... facts) {
    Relation relation = relation(owner, list);
    Node row =
        new Node(
            DICTIONARY.entity(relation.entity()).orElseThrow(),
            owner.path() + "." + list + (relation.many() ? "[" + index + "]" : ""));
    for (int i = 0; i < facts.length; i += 2) {
      put(row, facts[i], facts[i + 1]);
    }
    return row;
  }

  static Moment moment(String on, Node... roots) {
    return moment(day(on), day(on), roots);
  }

  static Moment moment(long on, long known, Node... roots) {
    Map<String, Node> scope = new LinkedHashMap<>();
    for (Node root : roots) {
      scope.put(root.path().contains("[") ? root.entity().id() : root.path(), root);
    }
    List<Node> members =
        scope.containsKey("worker") && scope.containsKey("spouse")
            ? List.of(scope.get("worker"), scope.get("spouse"))
            : List.of();
    long month = LocalDate.ofEpochDay(on).withDayOfMonth(1).toEpochDay();
    return new Moment(scope, members, on, known, month, false, AROUND);
  }

  static Moment month(Moment moment, String month) {
    return new Moment(
        moment.scope(),
        moment.members(),
        moment.on(),
        moment.known(),
        day(month + "-01"),
        moment.tracing(),
        moment.around());
  }

  static Moment tracing(Moment moment) {
    return new Moment(
        moment.scope(),
        moment.members(),
        moment.on(),
        moment.known(),
        moment.month(),
        true,
        moment.around());
  }

  static final Moment.Surroundings AROUND =
      new Moment.Surroundings() {
        @Override
        public Reading parameter(String name, Moment moment) {
          ParameterValue version = PARAMETERS.get(name).versions().get(0);
          Long value = version.values().get("");
          return value == null
              ? Reading.unset(name, Raw.NEVER)
              : Reading.exact(value, Raw.NEVER, List.of());
        }

        @Override
        public @Nullable List<String> list(String name, Moment moment) {
          return PARAMETERS.get(name).versions().get(0).list();
        }

        @Override
        public long nextVersion(String name, Moment moment) {
          return Raw.NEVER;
        }

        @Override
        public Reading outcome(String scheme, Moment moment) {
          return Reading.exact(1, Raw.NEVER, List.of());
        }

        @Override
        public Reading earlier(Moment moment) {
          return Reading.exact(Raw.of(3), Raw.NEVER, List.of());
        }
      };
}
