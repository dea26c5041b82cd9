package huice.entry.page;

import huice.entry.api.ProblemDetails;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Tells people on pages, on a page, what programs are told as problem+json. */
final class ProblemPages {
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
    if (!Frame.desk("/" + request.getUriInfo().getPath().replaceFirst("^/+", ""))) {
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
    return new View(
        problem.type(),
        problem.status(),
        Text.of(problem.title(), problem.titleEn()),
        Text.of(problem.detail(), problem.detailEn()),
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
