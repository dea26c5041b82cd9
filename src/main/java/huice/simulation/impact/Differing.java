package huice.simulation.impact;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Interaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which schemes may come out otherwise under another release: those whose digest differs, which
 * covers all that they read, those that only one release has, and those that cannot be had together
 * with any of these, as what is given up for another depends on both.
 */
final class Differing {
  private Differing() {}

  /** In the order of the releases' files, those of the later one first. */
  static Set<String> between(CompiledRelease before, CompiledRelease after) {
    Map<String, String> old = digests(before);
    Map<String, String> now = digests(after);
    Set<String> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    Set<String> differing = new LinkedHashSet<>(all);
    differing.removeIf(id -> old.containsKey(id) && old.get(id).equals(now.get(id)));
    List<String> open = new ArrayList<>(differing);
    for (int i = 0; i < open.size(); i++) {
      for (String partner : partners(open.get(i), before, after)) {
        if (differing.add(partner)) {
          open.add(partner);
        }
      }
    }
    Set<String> ordered = new LinkedHashSet<>(all);
    ordered.retainAll(differing);
    return ordered;
  }

  private static Map<String, String> digests(CompiledRelease release) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (SchemeInfo scheme : release.schemes()) {
      digests.put(scheme.id(), scheme.digest());
    }
    return digests;
  }

  private static Set<String> partners(String scheme, CompiledRelease... releases) {
    Set<String> partners = new LinkedHashSet<>();
    for (CompiledRelease release : releases) {
      release.source().packs().stream()
          .flatMap(pack -> pack.interactions().stream())
          .map(Interaction::schemes)
          .filter(schemes -> schemes.contains(scheme))
          .forEach(partners::addAll);
    }
    return partners;
  }
}
