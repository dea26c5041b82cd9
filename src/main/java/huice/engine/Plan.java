package huice.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be decided for a set of schemes and in which order it is told; made once for each set
 * that is asked for. Immutable.
 */
final class Plan {
  private final List<List<Scheme>> layers = new ArrayList<>();

  /** Of each scheme decided, in order, its place among what is told; negative when it is not. */
  private final int[] told;

  private final int wanted;

  /** {@code needed} are the wanted schemes and those they read or interact with. */
  Plan(List<List<Scheme>> all, List<SchemeInfo> inOrder, Set<String> wanted, Set<String> needed) {
    Map<String, Integer> places = new HashMap<>();
    for (SchemeInfo info : inOrder) {
      if (wanted.contains(info.id())) {
        places.put(info.id(), places.size());
      }
    }
    List<Integer> tell = new ArrayList<>();
    for (List<Scheme> layer : all) {
      List<Scheme> here = layer.stream().filter(s -> needed.contains(s.id())).toList();
      here.forEach(s -> tell.add(places.getOrDefault(s.id(), -1)));
      layers.add(here);
    }
    this.told = tell.stream().mapToInt(i -> i).toArray();
    this.wanted = places.size();
  }

  /** Decides all, and gives the wanted schemes of each subject in the order of the files. */
  List<Evaluated> evaluate(Assessing assessing, Interplay interplay, boolean worded) {
    List<Evaluated> all = new ArrayList<>();
    List<List<Evaluated>> inOrder = new ArrayList<>(wanted);
    for (int i = 0; i < wanted; i++) {
      inOrder.add(List.of());
    }
    long on = assessing.asked().on().toEpochDay();
    int scheme = 0;
    for (List<Scheme> layer : layers) {
      assessing.decide(layer, on);
      for (Scheme each : layer) {
        List<Evaluated> here = evaluated(assessing, each, on, worded);
        all.addAll(here);
        int place = told[scheme++];
        if (place >= 0) {
          inOrder.set(place, here);
        }
      }
    }
    interplay.resolve(all);
    List<Evaluated> result = new ArrayList<>(all.size());
    inOrder.forEach(result::addAll);
    return result;
  }

  private static List<Evaluated> evaluated(
      Assessing assessing, Scheme scheme, long on, boolean worded) {
    List<Subject> subjects = assessing.subjects(scheme);
    if (subjects.isEmpty()) {
      return List.of();
    }
    List<Evaluated> here = new ArrayList<>(subjects.size());
    for (Subject subject : subjects) {
      long[] months = assessing.months(scheme, on);
      Line[] lines = new Line[months.length];
      for (int i = 0; i < lines.length; i++) {
        lines[i] = assessing.line(scheme, subject, on, months[i]);
      }
      here.add(
          new Evaluated(scheme, subject, List.of(lines), assessing.release().parameters(), worded));
    }
    return here;
  }
}
