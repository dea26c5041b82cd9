package huice.engine.measure;

import huice.model.Node;

/** One row with what is known of its first and last day; {@code bridge} as in {@link Three}. */
record Spell(Node row, int truth, Interval start, Interval end, int bridge) {
  boolean certain() {
    return Three.certain(truth) && Three.certain(bridge) && start.certain() && end.certain();
  }
}
