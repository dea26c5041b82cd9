package huice.engine.measure;

import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Relation;
import huice.model.SubjectKind;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the facts and lists that paths name, once, while binding. */
final class Paths {
  private static final String SUBJECT = "subject";

  /** A fact seen from where its path begins. */
  record FactAt(Start start, Field field) implements Form {
    @Override
    public Interval read(Frame frame) {
      return field.read(start.node(frame), start.name(frame), frame);
    }

    /** The common case: a value stated without further evidence. Null in every other case. */
    @Nullable Long declared(Moment moment) {
      if (!start.member()
          && field.known(moment.scope().get(start.alias())) instanceof Known.Value value
          && value.evidence() == Evidence.DECLARED) {
        return value.raw();
      }
      return null;
    }
  }

  /** The rows of a list; {@code field} is what follows the list in the path. */
  record ListAt(Start start, List<Relation> steps, Entity row, @Nullable Field field) {}

  private final Context context;

  Paths(Context context) {
    this.context = context;
  }

  /** The fact a path names; null with a fault. Its steps must be single things. */
  @Nullable FactAt fact(String path) {
    String[] parts = path.split("\\.", -1);
    Entity entity = begin(path, parts);
    if (entity == null) {
      return null;
    }
    Field field = field(entity, parts, 1, path);
    return field == null ? null : new FactAt(start(parts[0]), field);
  }

  /** The list a path names, and the fact after it when the path goes on; null with a fault. */
  @Nullable ListAt list(String path) {
    String[] parts = path.split("\\.", -1);
    Entity entity = begin(path, parts);
    if (entity == null) {
      return null;
    }
    List<Relation> steps = new ArrayList<>();
    int lists = 0;
    Entity at = entity;
    Entity row = entity;
    for (int i = 1; i < parts.length; i++) {
      Relation relation = at.relation(parts[i]).orElse(null);
      if (relation == null) {
        break;
      }
      at = entity(relation);
      steps.add(relation);
      if (relation.many()) {
        lists = steps.size();
        row = at;
      }
    }
    if (lists == 0) {
      return noList(path, parts, entity);
    }
    List<Relation> way = List.copyOf(steps.subList(0, lists));
    way.forEach(context::use);
    Field field = null;
    if (parts.length > lists + 1) {
      field = field(row, parts, lists + 1, path);
      if (field == null) {
        return null;
      }
    }
    return new ListAt(start(parts[0]), way, row, field);
  }

  private @Nullable ListAt noList(String path, String[] parts, Entity entity) {
    List<String> lists =
        entity.relations().stream().filter(Relation::many).map(Relation::id).toList();
    if (parts.length > 1 && entity.fact(parts[1]).isPresent()) {
      context.fault(
          "「" + path + "」不是清单",
          "“" + path + "” is no list",
          "清单有：" + String.join("、", lists) + "；单项事实用 value 或 known",
          "lists are: " + String.join(", ", lists) + "; a single fact is read by value or known");
    } else {
      context.unknown(
          "「" + entity.label().zh() + "」的清单",
          "list of " + entity.label().en(),
          parts.length > 1 ? parts[1] : "",
          lists);
    }
    return null;
  }

  /** A field of a row, named from the row. */
  @Nullable Field field(Entity row, String path) {
    return field(row, path.split("\\.", -1), 0, path);
  }

  private @Nullable Field field(Entity entity, String[] parts, int from, String path) {
    List<Relation> ones = new ArrayList<>();
    Entity at = entity;
    for (int i = from; i < parts.length - 1; i++) {
      Relation relation = at.relation(parts[i]).orElse(null);
      if (relation == null) {
        context.unknown(
            "「" + at.label().zh() + "」的关联", "relation of " + at.label().en(), parts[i], names(at));
        return null;
      }
      if (relation.many()) {
        isList(path, relation);
        return null;
      }
      context.use(relation);
      ones.add(relation);
      at = entity(relation);
    }
    String last = from < parts.length ? parts[parts.length - 1] : "";
    Relation list = at.relation(last).orElse(null);
    Fact fact = at.fact(last).orElse(null);
    if (fact != null) {
      context.use(fact);
      return new Field(ones, fact);
    }
    if (list != null && list.many()) {
      isList(path, list);
    } else {
      context.unknown(
          "「" + at.label().zh() + "」的事实", "fact of " + at.label().en(), last, names(at));
    }
    return null;
  }

  private void isList(String path, Relation relation) {
    context.fault(
        "「" + path + "」里的「" + relation.id() + "」是清单，不是单项事实",
        "“" + relation.id() + "” in “" + path + "” is a list, not a single fact",
        "清单用 exists、count、sum、latest、earliest、months",
        "lists are read by exists, count, sum, latest, earliest, months");
  }

  /** The field with which rows of an entity begin; null where it has none. */
  @Nullable Field begins(Entity row) {
    Fact fact = row.begins() == null ? null : row.fact(row.begins()).orElse(null);
    if (fact == null || fact.type() != ValueType.DATE) {
      return null;
    }
    context.use(fact);
    return new Field(List.of(), fact);
  }

  Entity entity(Relation relation) {
    return context.binding.dictionary().entity(relation.entity()).orElseThrow();
  }

  private Start start(String word) {
    String alias = alias(word);
    return new Start(alias, context.members().contains(alias) && !context.alone);
  }

  /** What a path may begin with: {@code subject} stands for whatever the rule is about. */
  private String alias(String word) {
    SubjectKind subject = context.binding.subject();
    if (!word.equals(SUBJECT)) {
      return word;
    }
    if (subject.root() != null) {
      return subject.root();
    }
    Entity row = subject.rows() == null ? null : row(subject.rows().split("\\.", -1));
    return row == null ? subject.id() : row.id();
  }

  private @Nullable Entity begin(String path, String[] parts) {
    Map<String, Entity> aliases = aliases();
    Entity entity = aliases.get(alias(parts[0]));
    if (entity == null) {
      List<String> known = new ArrayList<>(aliases.keySet());
      known.add(SUBJECT);
      context.unknown("路径「" + path + "」的开头", "beginning of a path", parts[0], known);
      return null;
    }
    if (context.members().contains(parts[0]) && !context.overMembers && !context.alone) {
      context.fault(
          "「" + path + "」是成员的事实，没有说明是双方、任一方还是只这一方",
          "“" + path + "” is a member's, and it is not said of which",
          "加上 each（双方都）、either（任一方）或 alone（只这一方）",
          "add each (all members), either (any member) or alone (this one)");
      return null;
    }
    return entity;
  }

  private Map<String, Entity> aliases() {
    Map<String, Entity> aliases = new LinkedHashMap<>();
    for (String root : context.binding.dictionary().roots().keySet()) {
      context.binding.dictionary().root(root).ifPresent(e -> aliases.put(root, e));
    }
    String rows = context.binding.subject().rows();
    if (rows != null) {
      Entity entity = row(rows.split("\\.", -1));
      if (entity != null) {
        aliases.put(entity.id(), entity);
      }
    }
    return aliases;
  }

  /** The entity of the rows of a row subject. */
  private @Nullable Entity row(String[] parts) {
    Entity entity = context.binding.dictionary().root(parts[0]).orElse(null);
    for (int i = 1; i < parts.length && entity != null; i++) {
      entity = entity.relation(parts[i]).map(this::entity).orElse(null);
    }
    return entity;
  }

  private static List<String> names(Entity entity) {
    List<String> names = new ArrayList<>();
    entity.facts().forEach(f -> names.add(f.id()));
    entity.relations().forEach(r -> names.add(r.id()));
    return names;
  }
}
