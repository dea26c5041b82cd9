package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet with one item a row for a file with a list of items, or (with an {@code id}) a mapping of
 * them. {@code blocks}: how far the file is written in block style.
 */
record ItemSheet(
    String name, String file, String key, List<Column> columns, boolean id, int blocks, Text text) {
  static final ItemSheet CLAUSES =
      new ItemSheet(
          "条款",
          "clauses.yaml",
          "clauses",
          List.of(
              Column.required("条款", "id"),
              Column.text("原文", "quote"),
              Column.text("英文摘要", "gloss"),
              Column.text("种类", "kind"),
              Column.nested("项目", "schemes"),
              Column.text("只作文字", "aggregate"),
              Column.text("不编码", "declined"),
              Column.text("待编码", "open")),
          true,
          3,
          Text.of(
              "一行一条。项目（写成 [甲, 乙]）、只作文字、不编码、待编码四格填一格",
              "One clause a row; exactly one of the last four cells is filled in"));

  static final List<ItemSheet> ALL =
      List.of(
          CLAUSES,
          new ItemSheet(
              "待明确问题",
              "questions.yaml",
              "questions",
              List.of(
                  Column.required("关于", "about"), Column.text("中文", "zh"), Column.text("英文", "en")),
              false,
              2,
              Text.of("只有主管部门能回答的问题，一行一个", "What only an officer can settle, one a row")),
          new ItemSheet(
              "先行提供的服务",
              "services.yaml",
              "adopted",
              List.of(
                  Column.required("项目", "scheme"),
                  Column.text("采用人", "by"),
                  Column.text("自", "from")),
              false,
              2,
              Text.of("草案里由负责人决定先行提供的服务", "Services of a draft that a named person adopted")),
          new ItemSheet(
              "互斥和合并计算",
              "interactions.yaml",
              "interactions",
              List.of(
                  Column.required("名称", "name"),
                  Column.text("种类", "kind"),
                  Column.text("期间", "period"),
                  Column.text("范围", "within"),
                  Column.nested("项目", "schemes"),
                  Column.text("条款", "clause")),
              false,
              3,
              Text.of("不能同时享受的，和合并计算期限的", "What excludes each other or counts together")));

  /** The items of the file's tree, each with its id where they have one. */
  List<NamedTree> items(Tree tree) {
    List<NamedTree> items = new ArrayList<>();
    Tree list = tree instanceof Tree.Mapping mapping ? mapping.get(key) : null;
    if (list instanceof Tree.Mapping mapping && id) {
      mapping.entries().values().forEach(e -> add(items, e.key(), e.value()));
    } else if (list instanceof Tree.Sequence sequence && !id) {
      sequence.items().forEach(i -> add(items, "", i));
    }
    return items;
  }

  private static void add(List<NamedTree> items, String name, Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      items.add(new NamedTree(name, mapping));
    }
  }

  Tree.Mapping tree(List<NamedTree> items) {
    int line = items.isEmpty() ? 1 : items.get(0).tree().line();
    Map<String, Tree.Entry> byId = new LinkedHashMap<>();
    items.forEach(i -> byId.put(i.name(), new Tree.Entry(i.name(), i.tree().line(), i.tree())));
    Tree list =
        id
            ? new Tree.Mapping(byId, line)
            : new Tree.Sequence(List.copyOf(items.stream().map(NamedTree::tree).toList()), line);
    return new Tree.Mapping(Map.of(key, new Tree.Entry(key, line, list)), 1);
  }

  List<String> row(NamedTree item) {
    List<String> row = new ArrayList<>();
    for (Column column : columns) {
      Tree value = item.tree().get(column.key());
      if (id && row.isEmpty()) {
        row.add(CellValue.written(CellValue.scalar(item.name(), 0), false));
      } else {
        row.add(value == null ? "" : CellValue.written(value, column.nested()));
      }
    }
    return row;
  }

  List<NamedTree> read(List<HeadedRow> rows, Problems problems) {
    List<NamedTree> items = new ArrayList<>();
    for (HeadedRow row : rows) {
      NamedTree item = item(row, problems);
      if (id && items.stream().anyMatch(i -> i.name().equals(item.name()))) {
        CaseFault twice = Trees.twice("", row.line(), item.name());
        problems.add(row.line(), twice.what(), twice.instead());
      }
      items.add(item);
    }
    return items;
  }

  private NamedTree item(HeadedRow row, Problems problems) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    String name = "";
    for (Column column : columns) {
      String word = row.cell(column).strip();
      Tree value =
          word.isEmpty() ? null : CellValue.read(word, column.nested(), row.line(), problems);
      if (column.required() && word.isEmpty()) {
        problems.add(
            row.line(),
            say("没有写明「%s」", "no \"%s\" (%s)", column.zh(), column.key()),
            say("请填写「%s」这一格", "fill in the cell \"%s\"", column.zh()));
      } else if (id && column.required() && value instanceof Tree.Scalar scalar) {
        name = scalar.text();
      } else if (value != null) {
        entries.put(column.key(), new Tree.Entry(column.key(), row.line(), value));
      }
    }
    return new NamedTree(name, new Tree.Mapping(entries, row.line()));
  }
}
