package huice.engine;

import huice.model.Problem;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders schemes so that each comes after those whose outcomes it reads; a cycle is a problem. */
final class Layers {
  private final List<Problem> problems;

  Layers(List<Problem> problems) {
    this.problems = problems;
  }

  /** Schemes in a cycle, or reading one that has problems, are left out. */
  List<List<Scheme>> order(Collection<Scheme> schemes) {
    Map<String, Scheme> open = new LinkedHashMap<>();
    schemes.forEach(s -> open.put(s.id(), s));
    Set<String> done = new HashSet<>();
    List<List<Scheme>> layers = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Scheme> layer =
          open.values().stream().filter(s -> done.containsAll(s.info().schemes())).toList();
      if (layer.isEmpty()) {
        cycle(open);
        break;
      }
      layer.forEach(s -> open.remove(s.id()));
      layer.forEach(s -> done.add(s.id()));
      layers.add(layer);
    }
    return layers;
  }

  private void cycle(Map<String, Scheme> open) {
    for (Scheme scheme : open.values()) {
      List<String> path = new ArrayList<>();
      if (back(scheme.id(), scheme.id(), open, path, new HashSet<>())) {
        String shown = scheme.id() + " → " + String.join(" → ", path);
        problems.add(
            Problem.at(
                scheme.info().file(),
                scheme.versions().get(0).line(),
                Text.of("项目互相引用成环：" + shown, "schemes read one another in a cycle: " + shown),
                Text.of("去掉其中一处引用", "take one of the references out")));
      }
    }
  }

  private static boolean back(
      String from, String goal, Map<String, Scheme> open, List<String> path, Set<String> seen) {
    Scheme scheme = open.get(from);
    if (scheme == null || !seen.add(from)) {
      return false;
    }
    for (String read : scheme.info().schemes().stream().sorted().toList()) {
      path.add(read);
      if (read.equals(goal) || back(read, goal, open, path, seen)) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }
}
