package huice.twin;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;

/** The facts that the first nine schemes read, looked up once. */
final class Names {
  private final Dictionary dictionary;

  final Fact birth;
  final Fact group;
  final Fact pension;
  final Fact graduation;
  final Fact notSeeking;
  final Fact jobChanges;
  final Fact registered;
  final Fact applied;
  final Fact start;
  final Fact end;
  final Fact reason;
  final Fact contract;
  final Fact paidMonths;
  final Fact tier;
  final Fact hours;
  final Relation employments;
  final Relation posts;
  final Relation loans;
  final Relation wages;

  Names(Dictionary dictionary) {
    this.dictionary = dictionary;
    birth = fact("worker", "birth_date");
    group = fact("worker", "retirement_group");
    pension = fact("worker", "pension_start");
    graduation = fact("worker", "graduation_year");
    notSeeking = fact("worker", "not_seeking");
    jobChanges = fact("worker", "job_changes");
    registered = fact("couple", "registered_on");
    applied = fact("couple", "award_applied_on");
    start = fact("employment", "start");
    end = fact("employment", "end");
    reason = fact("employment", "end_reason");
    contract = fact("employment", "contract_signed");
    paidMonths = fact("employment", "paid_months");
    tier = fact("employment", "wage_tier");
    hours = fact("employment", "hours");
    employments = list("worker", "employments");
    posts = list("worker", "posts");
    loans = list("worker", "loans");
    wages = list("employment", "wages");
  }

  Fact fact(String entity, String id) {
    return dictionary.entity(entity).flatMap(e -> e.fact(id)).orElseThrow();
  }

  Relation list(String entity, String id) {
    return dictionary.entity(entity).flatMap(e -> e.relation(id)).orElseThrow();
  }

  Entity entity(String id) {
    return dictionary.entity(id).orElseThrow();
  }

  static long choice(Fact fact, String id) {
    return fact.choice(id).orElseThrow();
  }
}
