package huice.engine;

/**
 * What one version of one scheme compares for one subject and day or month, flat: the interval of
 * every slot, and the bits that Drools sets. Public because compiled rules call it; used by one
 * thread at a time.
 */
public final class Row {
  private final int version;
  final long[] lo;
  final long[] hi;
  final boolean[] met;
  final boolean[] fired;

  Row(int version, int slots, int conditions, int branches) {
    this.version = version;
    this.lo = new long[slots];
    this.hi = new long[slots];
    this.met = new boolean[conditions];
    this.fired = new boolean[branches];
  }

  /** Which version of which scheme, by its place in the release. */
  public int getVersion() {
    return version;
  }

  public long low(int slot) {
    return lo[slot];
  }

  public long high(int slot) {
    return hi[slot];
  }

  /** Called when a condition is met. */
  public void met(int condition) {
    met[condition] = true;
  }

  /** Called when a branch's formula is met. */
  public void fired(int branch) {
    fired[branch] = true;
  }

  boolean holds(Op op, int left, int right) {
    return op.holds(lo[left], hi[left], lo[right], hi[right]);
  }
}
