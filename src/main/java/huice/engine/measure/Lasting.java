package huice.engine.measure;

/** A form that counts months and can also tell on which day it first had a number of them. */
interface Lasting extends Form {
  /** First day on which it had that many whole months; NEVER while it has not. */
  Interval reached(Interval months, Frame frame);
}
