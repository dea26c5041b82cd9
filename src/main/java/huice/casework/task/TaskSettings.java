package huice.casework.task;

import huice.casework.SettingsFile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which scheme makes which task, and under which names the dictionary knows it. Immutable. */
@Singleton
public class TaskSettings {
  private final Asking asking;
  private final int expiringDays;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Checking checking;

  TaskSettings() {
    SettingsFile file = SettingsFile.shipped("/tasks/settings.yaml");
    SettingsFile requests = file.map("requests");
    this.asking =
        new Asking(
            requests.word("list"),
            requests.word("what"),
            requests.word("asked"),
            requests.word("stopped"));
    this.expiringDays = file.number("expiring-days");
    file.map("services").maps().forEach((id, one) -> services.put(id, service(id, one)));
    SettingsFile verification = file.map("verification");
    this.checking =
        new Checking(
            verification.word("scheme"),
            verification.word("check-days"),
            verification.word("sample-days"),
            verification.word("share"),
            verification.word("root"),
            verification.map("facts").words());
  }

  /** Where a person's own requests lie: the list, and its facts. */
  public record Asking(String list, String what, String asked, String stopped) {}

  /**
   * What the ledger notes: a row of a list with the day, and of what kind where the list has kinds:
   * {@code offer}, or one of {@code items} by the name under which the rule owes it.
   */
  public record Done(
      String list,
      String on,
      @Nullable String what,
      @Nullable String offer,
      Map<String, String> items) {}

  /** A scheme that makes tasks; {@code asked} null where nobody has to ask: {@code of} is set. */
  public record Service(
      String scheme, TaskKind kind, @Nullable String asked, @Nullable String of, Done done) {}

  /** By which scheme and parameters entries are verified. */
  public record Checking(
      String scheme,
      String checkDays,
      String sampleDays,
      String share,
      String root,
      Map<String, String> facts) {}

  private static Service service(String id, SettingsFile one) {
    SettingsFile done = one.map("done");
    SettingsFile items = done.optionalMap("items");
    return new Service(
        id,
        TaskKind.of(one.word("kind")),
        one.optional("asked"),
        one.optional("of"),
        new Done(
            done.word("list"),
            done.word("on"),
            done.optional("what"),
            done.optional("offer"),
            items == null ? Map.of() : items.words()));
  }

  public Asking asking() {
    return asking;
  }

  /** Days before a document no longer counts. */
  int expiringDays() {
    return expiringDays;
  }

  public Optional<Service> service(String scheme) {
    return Optional.ofNullable(services.get(scheme));
  }

  /** Services that people ask for. */
  public List<Service> forPersons() {
    return services.values().stream().filter(service -> service.asked() != null).toList();
  }

  /** What is owed without anybody asking, to records of an entity. */
  List<Service> of(String entity) {
    return services.values().stream().filter(service -> entity.equals(service.of())).toList();
  }

  /** The entities about which something is owed without anybody asking. */
  Set<String> entities() {
    Set<String> entities = new LinkedHashSet<>();
    for (Service service : services.values()) {
      String of = service.of();
      if (of != null) {
        entities.add(of);
      }
    }
    return entities;
  }

  /** The words by which people ask. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (Service service : services.values()) {
      String asked = service.asked();
      if (asked != null) {
        words.add(asked);
      }
    }
    return words;
  }

  /** The lists that only our own ledger fills, so that what is not in them has not been. */
  Set<String> ledgers() {
    Set<String> lists =
        forPersons().stream()
            .map(service -> service.done().list())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    lists.add(asking.list());
    return lists;
  }

  Checking checking() {
    return checking;
  }
}
