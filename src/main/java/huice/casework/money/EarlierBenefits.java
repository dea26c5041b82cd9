package huice.casework.money;

import huice.casework.LedgerFacts;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Quality;
import huice.model.Relation;
import huice.model.Statement;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.BatchTable;
import huice.store.DecisionRow;
import huice.store.DecisionTable;
import huice.store.DueTable;
import huice.store.LedgerRowTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the records what the ledger paid, so that rules about earlier benefits see it: a row for
 * each run of months, gone when the bank takes the money back. Which lists and facts these are is a
 * setting. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
class EarlierBenefits {
  private static final String SOURCE = "ledger";
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final MoneySettings settings;
  private final Releases releases;
  private final Records records;
  private final LedgerFacts facts;
  private final LedgerRowTable rows;
  private final ApplicationTable applications;
  private final DecisionTable decisions;

  EarlierBenefits(
      MoneySettings settings,
      Releases releases,
      Records records,
      LedgerFacts facts,
      LedgerRowTable rows,
      ApplicationTable applications,
      DecisionTable decisions) {
    this.settings = settings;
    this.releases = releases;
    this.records = records;
    this.facts = facts;
    this.rows = rows;
    this.applications = applications;
    this.decisions = decisions;
  }

  /** What was paid of one line; supplements pay months that are told already. */
  void paid(UUID batch, BatchTable.Line line, List<DueTable.Due> dues, Actor by, Now now) {
    Map<UUID, List<DueTable.Due>> regular = new LinkedHashMap<>();
    for (DueTable.Due due : dues) {
      if (due.kind().equals("regular")) {
        regular.computeIfAbsent(due.application(), id -> new ArrayList<>()).add(due);
      }
    }
    regular.forEach(
        (application, months) -> {
          ApplicationRow row = applications.find(application).orElse(null);
          DecisionRow made = decisions.find(months.get(0).decision()).orElse(null);
          if (row != null && made != null) {
            UUID record = months.get(0).share().isEmpty() ? row.record() : line.record();
            for (Run run : runs(months)) {
              tell(batch, line.no(), row, made, record, run, by, now);
            }
          }
        });
  }

  /** Months one after another; both null for what is paid once. */
  private record Run(@Nullable YearMonth first, @Nullable YearMonth last) {
    boolean goesOn(YearMonth month) {
      return last != null && last.plusMonths(1).equals(month);
    }
  }

  private static List<Run> runs(List<DueTable.Due> dues) {
    List<Run> runs = new ArrayList<>();
    dues.stream()
        .map(DueTable.Due::period)
        .sorted()
        .forEach(
            period -> {
              YearMonth month = period.equals(Grants.ONCE) ? null : YearMonth.parse(period);
              Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
              if (month != null && before != null && before.goesOn(month)) {
                runs.set(runs.size() - 1, new Run(before.first(), month));
              } else {
                runs.add(new Run(month, month));
              }
            });
    return runs;
  }

  private void tell(
      UUID batch,
      int line,
      ApplicationRow application,
      DecisionRow made,
      UUID record,
      Run run,
      Actor by,
      Now now) {
    Dictionary dictionary = releases.live().source().dictionary();
    for (String list : lists(dictionary, application, made, record)) {
      List<Statement> said = said(dictionary, list, application.scheme(), made, run, now);
      LedgerFacts.Written written = said.isEmpty() ? null : facts.write(by, record, said, now.at());
      if (written != null) {
        rows.add(
            new LedgerRowTable.Row(
                batch, line, application.id(), written.record(), written.path(), now.at()));
      }
    }
  }

  /** The lists of the set kind: the record's own, and those of the row that it was granted for. */
  private List<String> lists(
      Dictionary dictionary, ApplicationRow application, DecisionRow made, UUID record) {
    List<String> lists = new ArrayList<>();
    Entity own = dictionary.entity(records.entity(record)).orElse(null);
    lists(own, "", lists);
    String subject = application.subject();
    int open = subject == null ? -1 : subject.lastIndexOf('[');
    if (subject == null || open < 0 || own == null) {
      return lists;
    }
    String path = subject.substring(subject.indexOf('.') + 1, subject.lastIndexOf('['));
    int place = Integer.parseInt(subject.substring(open + 1, subject.lastIndexOf(']')));
    String row = records.key(record, path, place, made.on(), made.factsVersion(), dictionary);
    // a row of a merged registration is told in the record's own lists only
    if (row != null && !row.contains("~")) {
      lists(at(dictionary, own, path), row + ".", lists);
    }
    return lists;
  }

  private static @Nullable Entity at(Dictionary dictionary, Entity root, String path) {
    Entity at = root;
    for (String step : path.replaceAll("\\[[^]]*]", "").split("\\.")) {
      Relation relation = at.relation(step).orElse(null);
      at = relation == null ? null : dictionary.entities().get(relation.entity());
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  private void lists(@Nullable Entity entity, String prefix, List<String> lists) {
    if (entity != null) {
      entity.relations().stream()
          .filter(r -> r.many() && r.entity().equals(settings.earlier().entity()))
          .forEach(r -> lists.add(prefix + r.id()));
    }
  }

  /** Nothing when the list has no word for the scheme. */
  private List<Statement> said(
      Dictionary dictionary, String list, String scheme, DecisionRow made, Run run, Now now) {
    MoneySettings.Earlier as = settings.earlier();
    Entity entity = dictionary.entities().get(as.entity());
    String word = scheme.replace('-', '_');
    Fact kind = entity == null ? null : entity.fact(as.scheme()).orElse(null);
    if (entity == null
        || kind == null
        || kind.choices().stream().noneMatch(choice -> choice.id().equals(word))) {
      return List.of();
    }
    List<Statement> said = new ArrayList<>();
    LocalDate today = now.today();
    BiConsumer<String, @Nullable String> say =
        (fact, value) -> {
          String path = list + "[new]." + fact;
          said.add(
              value == null
                  ? Statement.none(path, SOURCE, Quality.VERIFIED, today)
                  : Statement.value(path, value, SOURCE, Quality.VERIFIED, today));
        };
    YearMonth first = run.first();
    YearMonth last = run.last();
    say.accept(as.scheme(), word);
    say.accept(as.grantedOn(), LocalDate.ofInstant(made.madeAt(), BEIJING).toString());
    say.accept(as.firstMonth(), first == null ? null : first.toString());
    say.accept(as.lastMonth(), last == null ? null : last.toString());
    say.accept(
        as.months(),
        first == null || last == null
            ? null
            : Long.toString(first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1));
    return said;
  }

  /** What was told of a line is no longer so. */
  void takenBack(UUID batch, int line, Actor by, Now now) {
    for (LedgerRowTable.Row row : rows.of(batch, line)) {
      Statement gone =
          new Statement(
              row.path(),
              Statement.Kind.GONE,
              null,
              SOURCE,
              Quality.VERIFIED,
              now.today(),
              null,
              null,
              null,
              false,
              null,
              "银行退回 the bank took it back");
      facts.takeBack(by, row.record(), row.path(), gone, now.at());
    }
  }
}
