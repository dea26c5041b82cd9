package huice.engine.measure;

import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the forms that run over the rows of a list. */
final class RowForms {
  private final Context context;
  private final Paths paths;
  private final Filters filters;

  RowForms(Context context, Paths paths, Filters filters) {
    this.context = context;
    this.paths = paths;
    this.filters = filters;
  }

  @Nullable Typed bind(String form, Words words) {
    Paths.ListAt list = list(form, words);
    if (list == null) {
      return null;
    }
    RowPath rows = rows(list, words);
    Field field = list.field();
    if (form.equals("exists") || form.equals("count")) {
      if (field != null) {
        context.fault(
            "「" + form + "」数的是清单的行，不读「" + field.fact.label().zh() + "」",
            "“" + form + "” counts rows, it does not read " + field.fact.id(),
            "路径写到清单为止，条件写进 where",
            "let the path end with the list and use where");
        return null;
      }
      boolean any = form.equals("exists");
      Counting counting = new Counting(rows, any);
      return any ? Typed.yesNo(counting) : Typed.count(counting, Unit.TIMES);
    }
    if (field == null) {
      context.fault(
          "「" + form + "」没有写出清单后面的事实",
          "“" + form + "” does not say which fact of the rows",
          "应写成：" + Shape.usage(form),
          "write: " + Shape.usage(form));
      return null;
    }
    return form.equals("sum") ? sum(rows, field) : extreme(form, rows, field, list.row());
  }

  private @Nullable Typed sum(RowPath rows, Field field) {
    Fact fact = field.fact;
    if (!fact.type().scaled()) {
      wrongType("sum", fact, "金额或数量", "money or a count");
      return null;
    }
    return new Typed(new Summing(rows, field), fact.type(), fact.unit(), null);
  }

  private @Nullable Typed extreme(String form, RowPath rows, Field field, Entity row) {
    Fact fact = field.fact;
    if (fact.type() != ValueType.DATE) {
      wrongType(form, fact, "日期", "a date");
      return null;
    }
    boolean begins = field.direct() && fact.id().equals(row.begins());
    Extreme extreme = new Extreme(rows, field, form.equals("latest"), begins);
    return new Typed(extreme, ValueType.DATE, fact.unit(), fact);
  }

  private void wrongType(String form, Fact fact, String zh, String en) {
    context.fault(
        "「" + form + "」要" + zh + "，「" + fact.label().zh() + "」是" + fact.type().text().zh(),
        "“" + form + "” wants " + en + ", " + fact.id() + " is a " + fact.type().word(),
        "换一个事实或换一种度量",
        "take another fact or another measure");
  }

  Paths.@Nullable ListAt list(String form, Words words) {
    String path = words.word(0);
    if (path == null) {
      context.fault(
          "「" + form + "」里先要写清单的路径",
          "“" + form + "” begins with the path of a list",
          "应写成：" + Shape.usage(form),
          "write: " + Shape.usage(form));
      return null;
    }
    return paths.list(path);
  }

  /** The rows with their filters; filters with faults are left out, as the call is not bound. */
  RowPath rows(Paths.ListAt list, Words words) {
    List<Filter> bound = new ArrayList<>();
    for (String text : words.filters) {
      Filter filter = filters.bind(list.row(), text);
      if (filter != null) {
        bound.add(filter);
      }
    }
    @Nullable Field[] begins = new Field[list.steps().size()];
    for (int i = 0; i < begins.length; i++) {
      Relation step = list.steps().get(i);
      begins[i] = step.many() ? paths.begins(paths.entity(step)) : null;
    }
    return new RowPath(list.start(), list.steps(), begins, bound);
  }
}
