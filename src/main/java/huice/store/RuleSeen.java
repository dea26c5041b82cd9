package huice.store;

/** A condition that took part in a decision, met or not. */
public record RuleSeen(String scheme, String condition, String result) {}
