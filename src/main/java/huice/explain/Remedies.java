package huice.explain;

import huice.model.ConditionResult;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Outcome;
import huice.model.Text;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would change an outcome (R10): a date to wait for, an application or registration to make, a
 * document that shows a record to be wrong. Nothing else is ever proposed: not a change of job,
 * place of work, residence, marriage, household or health. What a person may be asked to do is read
 * from the dictionary alone: an act towards the office is a yes/no or a day that our own ledger
 * keeps, that the person brings about (or the office, a yes/no), that has not come yet, and that is
 * neither sensitive nor protected; or an entry in a list that nobody but the person and our ledger
 * feeds.
 */
public final class Remedies {
  private static final String LEDGER = "ledger";
  private static final Set<String> NOTHING_YET = Set.of("否", "无", "no", "none");
  private static final String NO_ROWS = "0 条";

  /** Where a list is kept that only people who come to the office make longer. */
  private static final Set<String> OURS = Set.of("person", LEDGER);

  private final Facts facts;

  public Remedies(Dictionary dictionary) {
    this.facts = new Facts(dictionary);
  }

  /** In the order in which they help; empty where nothing a person may be told would. */
  public List<Text> of(Outcome outcome) {
    Set<Text> remedies = new LinkedHashSet<>();
    if (outcome.outcome().favourable() || !outcome.outcome().settled()) {
      wait(outcome, remedies);
      return List.copyOf(remedies);
    }
    wait(outcome, remedies);
    for (ConditionResult condition : outcome.conditions()) {
      if (condition.inTheWay()) {
        condition.values().forEach(seen -> act(outcome, condition, seen).ifPresent(remedies::add));
      }
    }
    for (ConditionResult condition : outcome.conditions()) {
      if (condition.inTheWay()) {
        condition.values().forEach(seen -> correction(seen).ifPresent(remedies::add));
      }
    }
    return new ArrayList<>(remedies);
  }

  private static void wait(Outcome outcome, Set<Text> remedies) {
    if (outcome.possibleFrom() != null && !outcome.outcome().favourable()) {
      remedies.add(
          Text.of(
              "其他情况不变，自 " + outcome.possibleFrom() + " 起符合，请到时再来",
              "If nothing else changes, it is met from "
                  + outcome.possibleFrom()
                  + ": come back then"));
    }
  }

  private Optional<Text> act(
      Outcome outcome, ConditionResult condition, ConditionResult.Seen seen) {
    if (condition.unless() || ofAnotherRow(outcome, seen.of())) {
      return Optional.empty();
    }
    if (NO_ROWS.equals(seen.value())) {
      return facts
          .begins(seen.of())
          .filter(Remedies::anActTowardsTheOffice)
          .filter(fact -> OURS.containsAll(fact.sources()))
          .flatMap(fact -> facts.listLabel(seen.of()).map(label -> apply(label, fact)));
    }
    return facts
        .fact(seen.of())
        .filter(fact -> NOTHING_YET.contains(seen.value()))
        .filter(Remedies::anActTowardsTheOffice)
        .map(fact -> apply(fact.label(), fact));
  }

  /** A fact of a row says what that row was; only the subject itself can still apply. */
  private static boolean ofAnotherRow(Outcome outcome, String path) {
    String subject = outcome.subject().substring(outcome.subject().indexOf(' ') + 1);
    String rest = path.startsWith(subject + ".") ? path.substring(subject.length()) : path;
    return rest.indexOf('[') >= 0;
  }

  private static Text apply(Text label, Fact fact) {
    return Text.of(
        "可以提出申请或办理登记：" + label.zh() + proofs(fact, "，需带"),
        "An application or registration can be made: " + label.en() + proofs(fact, "; bring "));
  }

  private static boolean anActTowardsTheOffice(Fact fact) {
    boolean brought =
        fact.changedBy() == Fact.ChangedBy.PERSON || fact.changedBy() == Fact.ChangedBy.OFFICE;
    boolean kind =
        fact.type() == ValueType.YES_NO
            || (fact.type() == ValueType.DATE && fact.changedBy() == Fact.ChangedBy.PERSON);
    return brought
        && kind
        && fact.sources().contains(LEDGER)
        && !fact.sensitive()
        && fact.protectedAttribute() == null;
  }

  /** How to put a record right, where a document can show it. */
  private Optional<Text> correction(ConditionResult.Seen seen) {
    return facts
        .fact(seen.of())
        .filter(fact -> !fact.proofs().isEmpty())
        .map(
            fact ->
                Text.of(
                    "如果记录的「" + fact.label().zh() + "」不对，请带" + proofs(fact, "") + "更正",
                    "If what is recorded as \""
                        + fact.label().en()
                        + "\" is wrong, bring "
                        + proofs(fact, "")
                        + " to have it corrected"));
  }

  private static String proofs(Fact fact, String lead) {
    return fact.proofs().isEmpty() ? "" : lead + String.join("、", fact.proofs());
  }
}
