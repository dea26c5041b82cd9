package huice.engine.measure;

import huice.model.Entity;
import huice.model.Fact;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds months, overlap and reached. */
final class SpellForms {
  private final Context context;
  private final Paths paths;
  private final Filters filters;
  private final RowForms rows;
  private final Binder binder;

  SpellForms(Context context, Paths paths, Filters filters, RowForms rows, Binder binder) {
    this.context = context;
    this.paths = paths;
    this.filters = filters;
    this.rows = rows;
    this.binder = binder;
  }

  @Nullable Typed months(Words words) {
    SpellMonths.Mode mode =
        words.setting(
            "mode",
            "current",
            Map.of(
                "current", SpellMonths.Mode.CURRENT,
                "longest", SpellMonths.Mode.LONGEST,
                "total", SpellMonths.Mode.TOTAL),
            context);
    SpellPath path = path("months", words);
    return path == null || mode == null
        ? null
        : Typed.count(new SpellMonths(path, mode), Unit.MONTH);
  }

  @Nullable Typed overlap(Words words) {
    if (context.members().isEmpty()) {
      context.fault(
          "「overlap」要有几个成员的对象，「" + context.binding.subject().label().zh() + "」没有成员",
          "“overlap” needs a subject with members; "
              + context.binding.subject().label().en()
              + " has none",
          "单个人用 months",
          "use months for one person");
      return null;
    }
    words.setting("mode", "longest", Map.of("longest", true), context);
    SpellPath path = context.ofMembers(() -> path("overlap", words));
    return path == null
        ? null
        : Typed.count(new SpellOverlap(path, context.members().toArray(new String[0])), Unit.MONTH);
  }

  @Nullable Typed reached(Words words) {
    Call inner = words.operands.get(0) instanceof Call.Nested nested ? nested.call() : null;
    Typed lasting = inner == null ? null : binder.bind(inner);
    if (inner != null && lasting == null) {
      return null;
    }
    if (lasting == null || !(lasting.form() instanceof Lasting form)) {
      context.fault(
          "「reached」里先要写 months(…) 或 overlap(…)",
          "“reached” begins with months(…) or overlap(…)",
          "应写成：" + Shape.usage("reached") + "，each 写在 reached 里",
          "write: " + Shape.usage("reached") + ", with each in reached itself");
      return null;
    }
    Typed months = binder.number(words.operands.get(1));
    return months == null ? null : Typed.date(new Reached(form, months.form()));
  }

  private @Nullable SpellPath path(String form, Words words) {
    Paths.ListAt list = rows.list(form, words);
    if (list == null) {
      return null;
    }
    if (list.field() != null) {
      context.fault(
          "「" + form + "」的路径写到清单为止，多了「" + list.field().fact.id() + "」",
          "the path of “" + form + "” ends with the list; leave out " + list.field().fact.id(),
          "起止日期另用 start=、end= 指定",
          "name the first and last day by start= and end=");
      return null;
    }
    Entity row = list.row();
    Field start = day(row, "start", row.begins(), words);
    Field end = day(row, "end", row.ends(), words);
    String text = words.settings.get("bridge");
    Filter bridge = text == null ? null : filters.bind(row, text);
    String gap = words.settings.get("gap");
    Typed gapDays = gap == null ? null : binder.number(new Call.Word(gap));
    Typed to = binder.date(words.settings.getOrDefault("to", "on"));
    if (start == null || end == null || to == null) {
      return null;
    }
    return new SpellPath(
        rows.rows(list, words),
        words.settings.containsKey("start") ? start : null,
        end,
        bridge,
        gapDays == null ? null : gapDays.form(),
        CaseForms.unlessOn(to.form()));
  }

  private @Nullable Field day(Entity row, String setting, @Nullable String standard, Words words) {
    String name = words.settings.getOrDefault(setting, standard);
    if (name == null) {
      boolean start = setting.equals("start");
      context.fault(
          "词典没有说明「" + row.label().zh() + "」从哪天起、到哪天止",
          "the dictionary does not say when a " + row.label().en() + " begins and ends",
          "加上设置 " + setting + "=日期事实，或在词典里写 " + (start ? "begins" : "ends"),
          "add " + setting + "=FACT, or " + (start ? "begins" : "ends") + " in the dictionary");
      return null;
    }
    Field field = paths.field(row, name);
    Fact fact = field == null ? null : field.fact;
    if (fact != null && fact.type() != ValueType.DATE) {
      context.fault(
          "「" + fact.label().zh() + "」是" + fact.type().text().zh() + "，不能作起止日期",
          fact.id() + " is a " + fact.type().word() + " and cannot begin or end anything",
          setting + "= 后面写日期事实",
          "write a date fact after " + setting + "=");
      return null;
    }
    return field;
  }
}
