package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML text, read event by event; nothing of it is ever made into an object of its choosing.
 */
final class YamlTree {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Trees.LIMIT + 1).build();

  private final Iterator<Event> events;
  private final List<CaseFault> faults = new ArrayList<>();
  private int nodes;

  private YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  /** Ends the reading of a text that goes beyond a limit or uses an alias. */
  private static final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1;

    Beyond() {
      super(null, null, false, false);
    }
  }

  static Trees.Parsed parse(String text) {
    YamlTree reader = new YamlTree(new Parse(SETTINGS).parseString(text).iterator());
    Tree tree = null;
    try {
      tree = reader.document();
    } catch (Beyond e) {
      tree = null;
    } catch (MarkedYamlEngineException e) {
      reader.faults.add(YamlFaults.of(e));
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      reader.faults.add(YamlFaults.unreadable(0));
    }
    return new Trees.Parsed(tree, reader.faults, List.of(), false);
  }

  private @Nullable Tree document() {
    Tree tree = null;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        if (tree != null) {
          fault(
              Where.ROOT,
              event,
              Text.of("一个文件里有两份文档（---）", "the file holds two documents (---)"),
              Text.of("请拆成两个文件", "split it into two files"));
          break;
        }
        tree = node(events.next(), Where.ROOT, 0);
      }
    }
    if (tree == null || tree.nothing()) {
      faults.add(
          new CaseFault(
              "",
              1,
              Text.of("文件是空的", "the file is empty"),
              Text.of("请填写或删去", "fill it in or delete it")));
      return null;
    }
    return tree;
  }

  private Tree node(Event event, Where where, int depth) {
    if (++nodes > Trees.NODES) {
      faults.add(Trees.tooMany(where.pointer(), line(event)));
      throw new Beyond();
    }
    if (depth > Trees.DEPTH) {
      faults.add(Trees.tooDeep(where.pointer(), line(event)));
      throw new Beyond();
    }
    plain(event, where);
    if (event instanceof ScalarEvent scalar) {
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      String text = scalar.getValue();
      Tree.Scalar.Form form =
          quoted
              ? Tree.Scalar.Form.QUOTED
              : NOTHING.contains(text) ? Tree.Scalar.Form.NOTHING : Tree.Scalar.Form.PLAIN;
      return new Tree.Scalar(text, form, line(event));
    }
    return event instanceof MappingStartEvent
        ? mapping(event, where, depth)
        : sequence(event, where, depth);
  }

  /** Refuses anchors, aliases and tags. */
  private void plain(Event event, Where where) {
    Anchor anchor = event instanceof NodeEvent node ? node.getAnchor().orElse(null) : null;
    if (anchor != null) {
      fault(
          where,
          event,
          say(
              "不能用锚点或别名「%s」",
              "anchors and aliases (\"%s\") are not allowed", Words.shown(anchor.getValue())),
          Text.of(
              "以 & 或 * 开头的文字请加引号，重复的内容请写全",
              "quote a word that begins with & or *; write contents out"));
      if (event instanceof AliasEvent) {
        throw new Beyond();
      }
    }
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag().orElse(null)
            : event instanceof CollectionStartEvent start ? start.getTag().orElse(null) : null;
    if (tag != null) {
      fault(
          where,
          event,
          say("不能用标记「%s」", "tags (\"%s\") are not allowed", Words.shown(tag)),
          Text.of("以 ! 开头的文字请加引号", "quote a word that begins with !"));
    }
  }

  private Tree sequence(Event start, Where where, int depth) {
    List<Tree> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, where.at(items.size()), depth + 1));
    }
    return new Tree.Sequence(items, line(start));
  }

  private Tree mapping(Event start, Where where, int depth) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Tree key = node(event, where, depth + 1);
      String name = key instanceof Tree.Scalar scalar ? scalar.text().strip() : "";
      Tree value = node(events.next(), where.at(name), depth + 1);
      if (name.isEmpty()) {
        fault(
            where,
            event,
            Text.of("冒号前没有名称", "there is no name before the colon"),
            Text.of("请写名称；含 { } [ ] 的文字请加引号", "write a name; quote words with { } [ ]"));
      } else if (entries.putIfAbsent(name, new Tree.Entry(name, line(event), value)) != null) {
        faults.add(Trees.twice(where.at(name).pointer(), line(event), name));
      }
    }
    return new Tree.Mapping(entries, line(start));
  }

  private void fault(Where where, Event event, Text what, Text instead) {
    faults.add(new CaseFault(where.pointer(), line(event), what, instead));
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
