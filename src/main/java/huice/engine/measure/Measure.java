package huice.engine.measure;

/** Something a condition or an amount compares or computes with. Pure; safe to share. */
@FunctionalInterface
public interface Measure {
  Reading read(Moment moment);
}
