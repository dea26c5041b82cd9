package huice.casework.decision;

import huice.model.Text;

/** What the state machine makes of an act. */
public sealed interface Answer {
  /** It may be done, and leads there. */
  record Taken(Step step, Course course) implements Answer {}

  /** The account's role may not do this. */
  record Forbidden(Text what) implements Answer {}

  /** Not now: there is no such way from the state, or something is still lacking. */
  record NotNow(Text what) implements Answer {}
}
