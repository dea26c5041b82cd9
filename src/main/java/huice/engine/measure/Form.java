package huice.engine.measure;

/** A bound form: reads its interval and tells the frame what it saw, lacks and waits for. */
@FunctionalInterface
interface Form {
  Interval read(Frame frame);
}
