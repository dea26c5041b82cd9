package huice.entry.page.counter;

import huice.casework.Invalid;
import huice.casework.Visit;
import huice.casework.counter.Counter;
import huice.casework.counter.WhatIf;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.explain.Differences;
import huice.explain.Worded;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Outcome;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Text;
import huice.policy.RecordedValues;
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
        List<Sheet> sheets,
        Form form,
        @Nullable List<Change> changes,
        List<Text> supposed);
  }

  /** The facts of the person, or of one row. */
  record Sheet(String id, Text title, boolean open, List<Line> lines) {}

  /** A fact to suppose otherwise, and what is known of it. */
  record Line(Inputs input, @Nullable String now) {}

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
    return Templates.whatif(
        Head.of(look.person(), visit), sheets(look), Form.blank(), null, List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response suppose(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    Map<String, String> supposed = new LinkedHashMap<>();
    Counter.Look look = counter.schemes(pages.actor(), id, visit, pages.now());
    Map<String, Fact> facts = facts(look);
    facts.forEach(
        (path, fact) -> {
          String typed = Values.typed(fact, form.value(path));
          if (!typed.isEmpty()) {
            supposed.put(path, Values.none(typed) ? "none" : typed);
          }
        });
    if (supposed.isEmpty()) {
      form.fault("", Text.of("请至少假设一项", "suppose at least one thing"));
      return again(look, visit, form);
    }
    try {
      WhatIf.Compared compared = whatIf.compare(pages.actor(), id, supposed, visit, pages.now());
      return Pages.shown(
          Response.Status.OK.getStatusCode(),
          () ->
              Templates.whatif(
                  Head.of(compared.look().person(), visit),
                  sheets(compared.look()),
                  form,
                  changes(compared),
                  supposed(supposed, facts)));
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
      return again(look, visit, form);
    }
  }

  private Response again(Counter.Look look, Visit visit, Form form) {
    return Pages.shown(
        UNPROCESSABLE,
        () -> Templates.whatif(Head.of(look.person(), visit), sheets(look), form, null, List.of()));
  }

  private static List<Text> supposed(Map<String, String> supposed, Map<String, Fact> facts) {
    List<Text> words = new ArrayList<>();
    supposed.forEach(
        (path, value) -> {
          Fact fact = Objects.requireNonNull(facts.get(path));
          String shown = Inputs.shown(fact, value);
          words.add(Text.of(fact.label().zh() + "：" + shown, fact.label().en() + ": " + shown));
        });
    return words;
  }

  private static List<Change> changes(WhatIf.Compared compared) {
    Worded words = Glance.words(compared.look());
    Map<String, Outcome> then = new LinkedHashMap<>();
    compared.supposed().outcomes().forEach(o -> then.put(o.scheme() + " " + o.subject(), o));
    List<Change> changes = new ArrayList<>();
    for (Outcome before : compared.look().assessment().outcomes()) {
      Outcome after = then.get(before.scheme() + " " + before.subject());
      List<Text> differences = after == null ? List.of() : Differences.between(before, after);
      if (after != null && !differences.isEmpty()) {
        changes.add(
            new Change(
                before.scheme(),
                before.title().zh(),
                before.subject().endsWith("]") ? words.subject(before) : null,
                Glance.group(before).mark(),
                words.result(before),
                Glance.group(after).mark(),
                words.result(after),
                differences));
      }
    }
    // what may be had then, or no longer, first
    changes.sort(
        (a, b) -> Boolean.compare(a.before().equals(a.after()), b.before().equals(b.after())));
    return changes;
  }

  // What can be supposed ------------------------------------------------------------------------

  private Map<String, Fact> facts(Counter.Look look) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (Node node : nodes(look)) {
      node.entity().facts().forEach(fact -> facts.put(node.path(fact), fact));
    }
    return facts;
  }

  private List<Sheet> sheets(Counter.Look look) {
    List<Sheet> sheets = new ArrayList<>();
    for (Node node : nodes(look)) {
      Entity entity = node.entity();
      String place = node.path().replaceAll("^[^.\\[]+\\.?", "");
      String number = place.replaceAll(".*\\[(\\d+)]$", "$1");
      Text title =
          place.isEmpty()
              ? entity.label()
              : Text.of(
                  entity.label().zh() + "第 " + (Integer.parseInt(number) + 1) + " 条",
                  entity.label().en() + " no. " + (Integer.parseInt(number) + 1));
      sheets.add(
          new Sheet(
              "s" + sheets.size(),
              title,
              place.isEmpty(),
              entity.facts().stream().map(fact -> line(node, fact)).toList()));
    }
    return sheets;
  }

  private static Line line(Node node, Fact fact) {
    Known known = node.fact(fact);
    String now = null;
    if (known instanceof Known.Value value) {
      now = Inputs.shown(fact, RecordedValues.text(fact, value.raw()));
    } else if (known instanceof Known.None) {
      now = Inputs.shown(fact, null);
    } else if (known instanceof Known.Conflict) {
      now = "来源不一致";
    }
    return new Line(Inputs.of(node.path(fact), fact), now);
  }

  /** The person, and the rows of the person's lists. */
  private List<Node> nodes(Counter.Look look) {
    Node person = look.given().roots().get(counter.ownRoot(look));
    List<Node> nodes = new ArrayList<>();
    if (person != null) {
      nodes.add(person);
      for (Relation relation : person.entity().relations()) {
        Rows rows = relation.many() ? person.list(relation) : null;
        if (rows != null) {
          nodes.addAll(rows.rows());
        }
      }
    }
    return nodes;
  }
}
