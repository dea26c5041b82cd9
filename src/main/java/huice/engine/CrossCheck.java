package huice.engine;

import huice.model.Raw;
import huice.model.TestCase;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Decides by conditions built in process and by conditions built by Drools' compiler, and tells
 * where the two differ: over all cases of a release and over generated rows. Takes seconds; run
 * before a release is approved.
 */
public final class CrossCheck {
  private static final int ROWS = 10_000;
  private static final int MOST_TOLD = 20;
  private static final long SEED = 42;

  private final CompiledRelease release;
  private final Probes other;
  private final List<Text> differences = new ArrayList<>();

  private CrossCheck(CompiledRelease release, Probes other) {
    this.release = release;
    this.other = other;
  }

  /** Where the two differ, at most some; empty when they agree bit for bit. */
  public static List<Text> differences(CompiledRelease release) {
    return differences(release, CompiledProbes.build(release.versions()));
  }

  static List<Text> differences(CompiledRelease release, Probes other) {
    CrossCheck check = new CrossCheck(release, other);
    check.cases();
    check.rows();
    return check.differences.stream().distinct().limit(MOST_TOLD).toList();
  }

  private void cases() {
    CompiledRelease twin = release.with(other);
    for (TestCase test : release.source().cases()) {
      if (!twin.assess(test.given(), Ask.all()).equals(release.assess(test.given(), Ask.all()))) {
        differ("个案「" + test.name() + "」", "the case \"" + test.name() + "\"");
      }
    }
  }

  private void rows() {
    List<Version> versions = release.versions();
    Random random = new Random(SEED);
    for (int round = 0; round < ROWS && !versions.isEmpty(); round += versions.size()) {
      List<Row> one = versions.stream().map(version -> row(version, random)).toList();
      List<Row> two = new ArrayList<>();
      for (int i = 0; i < one.size(); i++) {
        two.add(same(versions.get(i), one.get(i)));
      }
      release.probes().decide(one);
      other.decide(two);
      for (int i = 0; i < one.size(); i++) {
        if (!Arrays.equals(one.get(i).met, two.get(i).met)
            || !Arrays.equals(one.get(i).fired, two.get(i).fired)) {
          String name = versions.get(i).name();
          differ("规则 " + name, "the rule " + name);
        }
      }
    }
  }

  private void differ(String zh, String en) {
    differences.add(Text.of(zh + "：两种编译的结果不同", en + " comes out differently when compiled"));
  }

  private static Row row(Version version, Random random) {
    Row row = empty(version);
    for (int slot = 0; slot < row.lo.length; slot++) {
      row.lo[slot] = end(random, Raw.LOW);
      row.hi[slot] = random.nextInt(3) > 0 ? row.lo[slot] : end(random, Raw.HIGH);
      if (row.hi[slot] < row.lo[slot]) {
        row.hi[slot] = Raw.HIGH;
      }
    }
    return row;
  }

  private static Row same(Version version, Row row) {
    Row same = empty(version);
    System.arraycopy(row.lo, 0, same.lo, 0, row.lo.length);
    System.arraycopy(row.hi, 0, same.hi, 0, row.hi.length);
    return same;
  }

  private static Row empty(Version version) {
    return new Row(
        version.index(),
        version.slots().size(),
        version.conditions().size(),
        version.branches().size());
  }

  /** Few values, so that bounds are met exactly often. */
  private static long end(Random random, long open) {
    return switch (random.nextInt(8)) {
      case 0 -> open;
      case 1 -> Raw.NEVER;
      default -> random.nextInt(4);
    };
  }
}
