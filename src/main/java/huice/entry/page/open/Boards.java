package huice.entry.page.open;

import huice.casework.DataFile;
import huice.casework.LiveRelease;
import huice.engine.SchemeInfo;
import huice.model.SchemeKind;
import huice.model.Text;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which schemes stand on which public page: {@code services/pages.yaml}. Thread-safe. */
@Singleton
class Boards {
  private final DataFile<Map<String, Plan>> file;
  private final LiveRelease live;

  Boards(@ConfigProperty(name = "huice.services") String folder, LiveRelease live) {
    this.file = new DataFile<>(Path.of(folder, "pages.yaml"), Boards::read);
    this.live = live;
  }

  private record Plan(Text title, Text lead, List<PlanGroup> groups) {}

  private record PlanGroup(Text title, List<String> schemes) {}

  /** A page: groups of schemes in force on the day. */
  record Board(String id, Text title, Text lead, List<Group> groups) {}

  record Group(Text title, List<Entry> schemes) {}

  /** A scheme in a list. */
  record Entry(String id, String title, boolean draft, Text kind) {
    static Entry of(SchemeInfo info) {
      return new Entry(info.id(), info.title(), info.draft(), word(info.kind()));
    }
  }

  static Text word(SchemeKind kind) {
    return switch (kind) {
      case ENTITLEMENT -> Text.of("待遇", "benefit");
      case OBLIGATION -> Text.of("义务", "obligation");
      case FREQUENCY -> Text.of("频次", "frequency");
      case SERVICE -> Text.of("服务", "service");
    };
  }

  private static Map<String, Plan> read(DataFile.Part whole) {
    Map<String, Plan> plans = new LinkedHashMap<>();
    for (String id : whole.names()) {
      DataFile.Part one = whole.at(id);
      List<PlanGroup> groups =
          one.at("groups").items().stream()
              .map(g -> new PlanGroup(g.at("title").text(), g.at("schemes").words()))
              .toList();
      plans.put(id, new Plan(one.at("title").text(), one.at("lead").text(), groups));
    }
    return plans;
  }

  /** Every scheme that a page names, by the page: for checks. */
  Map<String, List<String>> named() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    file.get()
        .forEach(
            (id, plan) ->
                named.put(id, plan.groups().stream().flatMap(g -> g.schemes().stream()).toList()));
    return named;
  }

  List<Board> all(LocalDate on) {
    return file.get().keySet().stream().map(id -> of(id, on).orElseThrow()).toList();
  }

  Optional<Board> of(String id, LocalDate on) {
    Plan plan = file.get().get(id);
    if (plan == null) {
      return Optional.empty();
    }
    Map<String, SchemeInfo> known = new LinkedHashMap<>();
    live.get().schemes().forEach(scheme -> known.put(scheme.id(), scheme));
    List<Group> groups = new ArrayList<>();
    for (PlanGroup group : plan.groups()) {
      List<Entry> schemes = new ArrayList<>();
      for (String scheme : group.schemes()) {
        SchemeInfo info = known.get(scheme);
        if (info != null && inForce(info, on)) {
          schemes.add(Entry.of(info));
        }
      }
      if (!schemes.isEmpty()) {
        groups.add(new Group(group.title(), schemes));
      }
    }
    return Optional.of(new Board(id, plan.title(), plan.lead(), groups));
  }

  static boolean inForce(SchemeInfo info, LocalDate on) {
    return version(info, on).isPresent();
  }

  static Optional<SchemeInfo.Version> version(SchemeInfo info, LocalDate on) {
    return info.versions().stream()
        .filter(v -> !on.isBefore(v.from()))
        .filter(
            v -> {
              LocalDate to = v.to();
              return to == null || !on.isAfter(to);
            })
        .findFirst();
  }
}
