package huice.policy;

import java.util.List;
import java.util.Map;

/** Whether two trees say the same: lines, quotes and the order of keys do not count. */
final class SameTree {
  private SameTree() {}

  static boolean same(Tree a, Tree b) {
    if (a instanceof Tree.Mapping one && b instanceof Tree.Mapping other) {
      return same(one.entries(), other.entries());
    }
    if (a instanceof Tree.Sequence one && b instanceof Tree.Sequence other) {
      return same(one.items(), other.items());
    }
    return a instanceof Tree.Scalar one
        && b instanceof Tree.Scalar other
        && a.nothing() == b.nothing()
        && (a.nothing() || one.text().strip().equals(other.text().strip()));
  }

  static boolean same(List<? extends Tree> a, List<? extends Tree> b) {
    for (int i = 0; i < a.size() && i < b.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return a.size() == b.size();
  }

  private static boolean same(Map<String, Tree.Entry> a, Map<String, Tree.Entry> b) {
    for (Tree.Entry entry : a.values()) {
      Tree.Entry other = b.get(entry.key());
      if (other == null || !same(entry.value(), other.value())) {
        return false;
      }
    }
    return a.size() == b.size();
  }
}
