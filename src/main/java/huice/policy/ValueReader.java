package huice.policy;

import static huice.policy.Words.say;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Raw;
import huice.model.Text;
import huice.model.ValueType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a case says of one fact: a bare value, a value with its evidence, or a conflict. */
record ValueReader(Fact fact, Faults faults) {
  private static final List<String> KEYS =
      List.of("value", "source", "obtained", "quality", "until", "withdrawn");
  private static final Text NO_NUMBER =
      Text.of("不是可用的数字", "this is not a number that can be taken");

  /** Null after a fault. */
  @Nullable Known read(Tree tree, Where where) {
    if (tree instanceof Tree.Mapping mapping) {
      Tree conflict = mapping.get("conflict");
      return conflict == null ? evidenced(mapping, where) : conflict(mapping, conflict, where);
    }
    if (tree instanceof Tree.Sequence) {
      faults.add(
          where,
          tree.line(),
          say("「%s」应当是一个值", "%2$s must be one value", label(), fact.id()),
          Text.of(
              "请写一个值；来源不一致就写 {conflict: [{…}, {…}]}",
              "write one value; where sources differ write {conflict: [{…}, {…}]}"));
      return null;
    }
    return known(tree, where, Evidence.DECLARED);
  }

  private @Nullable Known conflict(Tree.Mapping mapping, Tree conflict, Where where) {
    for (Tree.Entry entry : mapping.entries().values()) {
      if (!entry.key().equals("conflict")) {
        faults.unknown(where.at(entry.key()), entry, List.of("conflict"));
      }
    }
    Where inside = where.at("conflict");
    if (!(conflict instanceof Tree.Sequence sequence) || sequence.items().size() < 2) {
      faults.add(
          inside,
          conflict.line(),
          Text.of("conflict 要有两个以上的值", "a conflict needs two or more values"),
          Text.of("请写 [{value: …, source: …}, {…}]", "write [{value: …, source: …}, {…}]"));
      return null;
    }
    if (sequence.items().size() > CaseSize.MOST_VALUES) {
      faults.add(
          inside,
          conflict.line(),
          say("conflict 超过 %d 个值", "a conflict of more than %d values", CaseSize.MOST_VALUES),
          Text.of("请只写各来源现在的值", "write what each source says now"));
      return null;
    }
    List<Known.Value> values = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Tree item = sequence.items().get(i);
      Known known =
          item instanceof Tree.Mapping one
              ? evidenced(one, inside.at(i))
              : known(item, inside.at(i), Evidence.DECLARED);
      if (known instanceof Known.Value value) {
        values.add(value);
      } else if (known instanceof Known.None none) {
        values.add(new Known.Value(none(), none.evidence()));
      }
    }
    return values.isEmpty() ? null : new Known.Conflict(values);
  }

  /** What a none among conflicting values stands for. */
  long none() {
    return switch (fact.type()) {
      case DATE -> Raw.NEVER;
      case CHOICE -> Raw.NO_CHOICE;
      default -> 0;
    };
  }

  private @Nullable Known evidenced(Tree.Mapping mapping, Where where) {
    for (Tree.Entry entry : mapping.entries().values()) {
      if (!KEYS.contains(entry.key())) {
        faults.unknown(where.at(entry.key()), entry, KEYS);
      }
    }
    Evidence evidence = new EvidenceReader(fact, faults).read(mapping, where);
    Tree value = mapping.get("value");
    if (value == null) {
      faults.add(
          where.at("value"),
          mapping.line(),
          say("「%s」没有写明 value", "%2$s has no value", label(), fact.id()),
          Text.of("请写 value: …；不知道就删去这一项", "write value: …, or leave the fact out if unknown"));
      return null;
    }
    return known(value, where.at("value"), evidence);
  }

  @Nullable Known known(Tree tree, Where where, Evidence evidence) {
    String word = faults.text(where, tree);
    if (word == null) {
      return null;
    }
    if (word.equals("none") || word.equals("无")) {
      if (fact.type() == ValueType.YES_NO) {
        faults.add(
            where,
            tree.line(),
            say("「%s」是「是否」，不能写 none", "%2$s is a yes/no, it cannot be none", label(), fact.id()),
            Text.of("请写 yes 或 no", "write yes or no"));
        return null;
      }
      return new Known.None(evidence);
    }
    Long raw = raw(word, tree, where);
    return raw == null ? null : new Known.Value(raw, evidence);
  }

  private @Nullable Long raw(String word, Tree tree, Where where) {
    return switch (fact.type()) {
      case DATE -> date(tree, where);
      case MONEY -> number(word, 2, tree, where);
      case COUNT -> number(word, 6, tree, where);
      case YES_NO -> {
        Boolean yes = faults.yesNo(where, tree);
        yield yes == null ? null : yes ? 1L : 0L;
      }
      case CHOICE -> choice(word, tree, where);
    };
  }

  private @Nullable Long date(Tree tree, Where where) {
    if (fact.month()) {
      YearMonth month = faults.month(where, tree);
      return month == null ? null : Raw.of(month.atDay(1));
    }
    LocalDate day = faults.day(where, tree);
    return day == null ? null : Raw.of(day);
  }

  private @Nullable Long number(String word, int decimals, Tree tree, Where where) {
    Numbers.Read read = Numbers.decimal(word, decimals);
    Text what = read.what();
    if (what == null) {
      return read.raw();
    }
    faults.add(where, tree.line(), faults.told(what, NO_NUMBER), read.instead());
    return null;
  }

  private @Nullable Long choice(String word, Tree tree, Where where) {
    OptionalInt choice = fact.choice(word);
    if (choice.isPresent()) {
      return (long) choice.getAsInt();
    }
    String choices =
        fact.choices().stream()
            .map(c -> c.id() + "（" + c.label().zh() + "）")
            .collect(Collectors.joining("、"));
    faults.add(
        where,
        tree.line(),
        say(
            "「%s」没有「%s」这个选项",
            "%3$s has no choice \"%2$s\"", label(), faults.shown(word), fact.id()),
        say("可以写：%s", "one of: %s", choices));
    return null;
  }

  private String label() {
    return fact.label().zh();
  }
}
