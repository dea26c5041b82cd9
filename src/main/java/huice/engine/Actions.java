package huice.engine;

import huice.engine.measure.Call;
import java.util.Map;

/** The consequences a rule may have, with how many arguments each takes. */
final class Actions {
  static final String AMOUNT = "pay.amount";
  static final String CAP = "pay.cap";
  static final String ROUND = "pay.round";
  static final String SPLIT = "pay.split";
  static final String NOTE = "pay.note";
  static final String EVERY = "due.every";
  static final String BETWEEN = "due.between";
  static final String NONE = "due.none";
  static final String OFFER = "due.offer";
  static final String BY = "due.by";
  static final String PARAMETER_VERSION = "version.by";
  static final String RULE_VERSION = "version.rule";

  private static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          Map.entry(AMOUNT, 1),
          Map.entry(CAP, 1),
          Map.entry(ROUND, 2),
          Map.entry(SPLIT, 1),
          Map.entry(NOTE, 1),
          Map.entry(EVERY, 3),
          Map.entry(BETWEEN, 2),
          Map.entry(NONE, 0),
          Map.entry(OFFER, 3),
          Map.entry(BY, 1),
          Map.entry(PARAMETER_VERSION, 2),
          Map.entry(RULE_VERSION, 1));

  private Actions() {}

  static boolean known(Call call) {
    Integer arguments = ARGUMENTS.get(call.form());
    return arguments != null && arguments == call.args().size();
  }

  static boolean once(Call call) {
    return switch (call.form()) {
      case AMOUNT, ROUND, SPLIT, EVERY, BETWEEN, NONE, BY, RULE_VERSION -> true;
      default -> false;
    };
  }
}
