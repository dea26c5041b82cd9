package huice.entry.page;

import huice.casework.Access;
import huice.entry.api.ProblemDetails;
import huice.entry.api.ProblemKind;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Tells people on pages, on a page, what programs are told as problem+json. */
final class ProblemPages {
  /** What is said in other words here: what helps a program is of no use to people. */
  private static final Map<Text, Text> WORDS =
      Map.of(
          ProblemKind.NOT_FOUND.remedy(),
          Text.of("请核对地址，或者从头开始。", "Check the address, or begin anew."),
          Access.OTHER_OFFICE,
          Text.of(
              "这份记录属于另一经办机构。本人在场时，请从窗口查找，并选择来办什么。",
              "This record belongs to another office. With the person here, find it at the counter and"
                  + " choose for what."));

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  @CheckedTemplate(basePath = "")
  static class Templates {
    private Templates() {}

    static native TemplateInstance problem(View problem);
  }

  /** A refusal as a page shows it; {@code type} is the place of its kind on the page of kinds. */
  record View(String type, int status, Text title, Text detail, @Nullable String number) {}

  @ServerResponseFilter
  public void show(ContainerRequestContext request, ContainerResponseContext answer) {
    String path = "/" + request.getUriInfo().getPath().replaceFirst("^/+", "");
    if (!Frame.desk(path) && !PublicPlace.any(path)) {
      return;
    }
    if (answer.getEntity() instanceof ProblemDetails problem) {
      page(answer, view(problem));
    } else if (answer.getStatus() == 400 && !answer.hasEntity()) {
      page(answer, stale());
    }
  }

  private static void page(ContainerResponseContext answer, View view) {
    answer.setEntity(Templates.problem(view).render(), null, HTML);
    answer.getHeaders().putSingle("Content-Type", HTML);
  }

  private static View view(ProblemDetails problem) {
    Text detail = Text.of(problem.detail(), problem.detailEn());
    return new View(
        problem.type(),
        problem.status(),
        Text.of(problem.title(), problem.titleEn()),
        WORDS.getOrDefault(detail, detail),
        problem.instance());
  }

  /** A form without the token of this browser: it was open when the browser's cookies went. */
  private static View stale() {
    return new View(
        "/problems#request",
        400,
        Text.of("这张表已失效，没有办理", "This form is out of date; nothing was done"),
        Text.of(
            "请返回上一页，刷新后再提交；填写的内容请先抄下。",
            "Go back, reload the page and send it again; note down what you typed first."),
        null);
  }
}
