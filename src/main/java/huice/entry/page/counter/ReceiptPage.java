package huice.entry.page.counter;

import huice.casework.Visit;
import huice.casework.counter.Filing;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The receipt of an application, for the person to take along. */
@Path("/desk/applications/{id}/receipt")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class ReceiptPage {
  private final Filing filing;
  private final Pages pages;

  ReceiptPage(Filing filing, Pages pages) {
    this.filing = filing;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "counter")
  static class Templates {
    private Templates() {}

    static native TemplateInstance receipt(
        Head head, Filing.Receipt receipt, String scheme, Text channel, Text route);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance receipt(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    Visit visit = Visitor.of(purpose);
    Filing.Receipt receipt = filing.receipt(id, pages.actor(), visit, pages.now());
    String channel = receipt.application().application().channel();
    Text word =
        ApplyPage.CHANNELS.stream()
            .filter(option -> option.value().equalsIgnoreCase(channel))
            .map(Option::label)
            .findFirst()
            .orElse(Text.of(channel, channel));
    return Templates.receipt(
        Head.of(receipt.person(), visit),
        receipt,
        filing.title(receipt.application().application().scheme()),
        word,
        receipt.application().route());
  }
}
