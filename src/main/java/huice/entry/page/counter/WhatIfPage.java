package huice.entry.page.counter;

import huice.casework.Invalid;
import huice.casework.Visit;
import huice.casework.counter.Counter;
import huice.casework.counter.WhatIf;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.explain.Differences;
import huice.explain.Worded;
import huice.model.Fact;
import huice.model.Outcome;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What would be if some facts were otherwise, beside what is. Nothing typed here is kept. */
@Path("/desk/persons/{id}/what-if")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class WhatIfPage {
  private static final int UNPROCESSABLE = 422;

  private static final Text NOTHING = Text.of("没有这一条", "no such row");
  private static final Text NO_MORE = Text.of("假设没有这一条", "supposed not to be there");
  private static final Text NEW = Text.of("假设多了这一条", "supposed to be there too");

  private final Counter counter;
  private final WhatIf whatIf;
  private final Pages pages;

  WhatIfPage(Counter counter, WhatIf whatIf, Pages pages) {
    this.counter = counter;
    this.whatIf = whatIf;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance whatif(
        Head head,
        List<SupposedRows.Sheet> sheets,
        List<String> added,
        Form form,
        @Nullable List<Change> changes,
        List<Text> supposed);
  }

  /** A scheme whose outcome would be another. */
  record Change(
      String scheme,
      String title,
      @Nullable Text whose,
      String markBefore,
      Text before,
      String markAfter,
      Text after,
      List<Text> differences) {}

  @GET
  @Operation(hidden = true)
  public TemplateInstance ask(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    Visit visit = Visitor.of(purpose);
    Counter.Look look = counter.schemes(pages.actor(), id, visit, pages.now());
    return shown(look, visit, rows(look, List.of()), Form.blank(), null, List.of());
  }

  private SupposedRows rows(Counter.Look look, List<String> added) {
    return SupposedRows.of(look, counter.ownRoot(look), added);
  }

  private static TemplateInstance shown(
      Counter.Look look,
      Visit visit,
      SupposedRows rows,
      Form form,
      @Nullable List<Change> changes,
      List<Text> supposed) {
    return Templates.whatif(
        Head.of(look.person(), visit), rows.sheets(), rows.added(), form, changes, supposed);
  }

  /** Nothing is kept, so that neither a key nor a redirect is needed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response suppose(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    Counter.Look look = counter.schemes(pages.actor(), id, visit, pages.now());
    List<String> added = new ArrayList<>(form.values("added"));
    SupposedRows rows = rows(look, added);
    String more = rows.next(form.value("more"));
    if (more != null) {
      added.add(more);
      SupposedRows one = rows(look, added);
      return Pages.shown(200, () -> shown(look, visit, one, form, null, List.of()));
    }
    WhatIf.Supposed supposed = supposed(rows, form);
    if (supposed.nothing()) {
      form.fault("", Text.of("请至少假设一项", "suppose at least one thing"));
    }
    return form.faulty()
        ? Pages.shown(UNPROCESSABLE, () -> shown(look, visit, rows, form, null, List.of()))
        : compared(id, supposed, visit, rows, form, look);
  }

  private static WhatIf.Supposed supposed(SupposedRows rows, Form form) {
    Map<String, String> values = new LinkedHashMap<>();
    rows.facts()
        .forEach(
            (path, fact) -> {
              String typed = Values.typed(fact, form.value(path));
              if (!typed.isEmpty()) {
                values.put(path, Values.none(typed) ? "none" : typed);
              }
            });
    return new WhatIf.Supposed(values, rows.added(), rows.known(form.values("gone")));
  }

  private Response compared(
      UUID id,
      WhatIf.Supposed supposed,
      Visit visit,
      SupposedRows rows,
      Form form,
      Counter.Look look) {
    try {
      WhatIf.Compared compared = whatIf.compare(pages.actor(), id, supposed, visit, pages.now());
      return Pages.shown(
          200,
          () ->
              shown(
                  compared.look(),
                  visit,
                  rows,
                  form,
                  changes(compared, supposed),
                  supposed(supposed, rows)));
    } catch (Invalid invalid) {
      invalid
          .faults()
          .forEach(
              fault ->
                  form.fault(
                      fault.pointer(),
                      Text.of(
                          fault.what().zh() + "：" + fault.instead().zh(),
                          fault.what().en() + ": " + fault.instead().en())));
      return Pages.shown(UNPROCESSABLE, () -> shown(look, visit, rows, form, null, List.of()));
    }
  }

  private static List<Text> supposed(WhatIf.Supposed supposed, SupposedRows rows) {
    List<Text> words = new ArrayList<>();
    supposed.added().forEach(row -> words.add(with(rows.title(row), "多了", "added")));
    supposed.gone().forEach(row -> words.add(with(rows.title(row), "没有", "gone")));
    supposed
        .values()
        .forEach(
            (path, value) -> {
              Fact fact = Objects.requireNonNull(rows.facts().get(path));
              String shown = Inputs.shown(fact, value);
              words.add(Text.of(fact.label().zh() + "：" + shown, fact.label().en() + ": " + shown));
            });
    return words;
  }

  private static Text with(Text row, String zh, String en) {
    return Text.of(zh + row.zh(), row.en() + " " + en);
  }

  private static List<Change> changes(WhatIf.Compared compared, WhatIf.Supposed supposed) {
    Worded words = Glance.words(compared.look());
    Map<String, Outcome> then = new LinkedHashMap<>();
    compared.supposed().outcomes().forEach(o -> then.put(o.scheme() + " " + o.subject(), o));
    List<Change> changes = new ArrayList<>();
    for (Outcome before : compared.look().assessment().outcomes()) {
      Outcome after = then.remove(before.scheme() + " " + moved(before.subject(), supposed));
      List<Text> differences = after == null ? List.of() : Differences.between(before, after);
      if (after == null) {
        changes.add(change(words, before, null, List.of(NO_MORE)));
      } else if (!differences.isEmpty()) {
        changes.add(change(words, before, after, differences));
      }
    }
    then.values().forEach(fresh -> changes.add(change(words, null, fresh, List.of(NEW))));
    // what may be had then, or no longer, first
    changes.sort(
        (a, b) -> Boolean.compare(a.before().equals(a.after()), b.before().equals(b.after())));
    return changes;
  }

  /** The same subject in the case as supposed; of a row that is gone nothing has this name. */
  private static String moved(String subject, WhatIf.Supposed supposed) {
    int space = subject.indexOf(' ');
    String then = space < 0 ? subject : supposed.then(subject.substring(space + 1));
    return space < 0 || then == null
        ? subject + (then == null ? "?" : "")
        : subject.substring(0, space + 1) + then;
  }

  private static Change change(
      Worded words, @Nullable Outcome before, @Nullable Outcome after, List<Text> differences) {
    Outcome one = before == null ? Objects.requireNonNull(after) : before;
    return new Change(
        one.scheme(),
        one.title().zh(),
        one.subject().endsWith("]") ? words.subject(one) : null,
        before == null ? "quiet" : Glance.group(before).mark(),
        before == null ? NOTHING : words.result(before),
        after == null ? "quiet" : Glance.group(after).mark(),
        after == null ? NOTHING : words.result(after),
        differences);
  }
}
