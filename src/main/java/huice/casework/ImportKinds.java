package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Relation;
import huice.model.Text;
import huice.policy.ImportForm;
import huice.policy.ImportTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What can be imported: whatever kinds and lists the dictionary has of things that are found by a
 * number or code. Thread-safe.
 */
@ApplicationScoped
public class ImportKinds {
  private static final int DEEPEST = 3;

  private final LiveRelease live;
  private final Access access;
  private final Set<String> claims;

  ImportKinds(
      LiveRelease live,
      Access access,
      @ConfigProperty(name = "huice.records.claims") List<String> claims) {
    this.live = live;
    this.access = access;
    this.claims = Set.copyOf(claims);
  }

  /** All kinds by the live release's dictionary, in its order. */
  public List<ImportKind> all() {
    return all(live.get());
  }

  List<ImportKind> all(CompiledRelease release) {
    Dictionary dictionary = release.source().dictionary();
    Map<String, ImportKind> kinds = new LinkedHashMap<>();
    for (String name : dictionary.roots().keySet()) {
      Entity root = dictionary.root(name).orElse(null);
      boolean met = root == null || kinds.containsKey(root.id());
      if (root != null && !met && found(root)) {
        ImportKind.Of of = of(root.id());
        kinds.put(root.id(), new ImportKind(root.id(), root.label(), of, root, root, List.of()));
        lists(dictionary, kinds, name, root, List.of());
      }
    }
    return List.copyOf(kinds.values());
  }

  /** Whether things of a kind are found by a number or code. */
  private boolean found(Entity entity) {
    return entity.id().equals(access.personEntity()) || !access.closed(entity.id());
  }

  private ImportKind.Of of(String entity) {
    return entity.equals(access.personEntity())
        ? ImportKind.Of.PERSONS
        : ImportKind.Of.ORGANISATIONS;
  }

  private void lists(
      Dictionary dictionary,
      Map<String, ImportKind> kinds,
      String path,
      Entity root,
      List<Relation> before) {
    Entity at =
        before.isEmpty() ? root : dictionary.entities().get(before.get(before.size() - 1).entity());
    if (at == null || before.size() == DEEPEST) {
      return;
    }
    for (Relation relation : at.relations()) {
      Entity entity = dictionary.entities().get(relation.entity());
      if (relation.many() && entity != null) {
        String id = path + "." + relation.id();
        List<Relation> lists = new ArrayList<>(before);
        lists.add(relation);
        boolean claim = claims.stream().anyMatch(c -> id.equals(c) || id.startsWith(c + "."));
        ImportKind.Of of = claim ? ImportKind.Of.CLAIM : of(root.id());
        kinds.put(id, new ImportKind(id, label(root, lists), of, root, entity, lists));
        lists(dictionary, kinds, id, root, lists);
      }
    }
  }

  private static Text label(Entity root, List<Relation> lists) {
    StringBuilder zh = new StringBuilder(root.label().zh());
    StringBuilder en = new StringBuilder(root.label().en());
    for (Relation list : lists) {
      zh.append(" · ").append(list.label().zh());
      en.append(" · ").append(list.label().en());
    }
    return Text.of(zh.toString(), en.toString());
  }

  /**
   * The kind of an id.
   *
   * @throws Absent when there is none
   */
  public ImportKind kind(String id) {
    return find(live.get(), id)
        .orElseThrow(() -> new Absent(Text.of("没有这种导入", "there is no such kind of import")));
  }

  /**
   * The empty table of a kind.
   *
   * @param form csv, or else xlsx
   * @throws Absent when there is no such kind
   */
  public byte[] template(String id, String form) {
    ImportForm table = ImportForms.of(kind(id), live.get().source().dictionary());
    return form.equals("csv") ? ImportTemplate.csv(table) : ImportTemplate.xlsx(table);
  }

  Optional<ImportKind> find(CompiledRelease release, String id) {
    return all(release).stream().filter(kind -> kind.id().equals(id)).findFirst();
  }
}
