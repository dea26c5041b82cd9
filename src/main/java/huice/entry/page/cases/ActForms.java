package huice.entry.page.cases;

import huice.casework.Visit;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;

/** Shows forms for acts on an application, with the version of now. For one request. */
@RequestScoped
class ActForms {
  private final Cases cases;
  private final Pages pages;

  ActForms(Cases cases, Pages pages) {
    this.cases = cases;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "cases")
  static class Templates {
    private Templates() {}

    static native TemplateInstance act(ActForm act, Form form);
  }

  static String page(UUID id) {
    return "/desk/applications/" + id;
  }

  static String page(UUID id, Visit visit) {
    return page(id) + Here.query(visit);
  }

  /** What a visitor of another office came for, as the form carries it. */
  static Visit visit(Form form) {
    return Here.of(form.value("purpose"));
  }

  /** A form that is filled in with today's date. */
  Form dated(String field) {
    return Form.blank().with(field, pages.today().toString());
  }

  TemplateInstance shown(
      UUID id, String act, Text title, List<Text> lead, List<ActForm.Field> fields, Form form) {
    return shown(id, act, title, lead, fields, Text.of("记下", "Record"), form);
  }

  TemplateInstance shown(
      UUID id,
      String act,
      Text title,
      List<Text> lead,
      List<ActForm.Field> fields,
      Text send,
      Form form) {
    Visit visit = visit(form);
    int version = cases.read(id, visit).application().version();
    return Templates.act(
        new ActForm(page(id) + "/" + act, page(id, visit), title, lead, fields, send, version),
        form);
  }
}
