package huice.entry.page.open;

import huice.casework.Absent;
import huice.casework.Invalid;
import huice.casework.complaint.ComplaintView;
import huice.casework.complaint.Complaints;
import huice.casework.complaint.Sent;
import huice.casework.complaint.Topic;
import huice.entry.api.PublicForms;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Anybody complains here, also without a name, and asks by the number how it stands. The number
 * travels in forms only, never in an address.
 */
@Path("/complaints")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class ComplaintPages {
  private static final List<Option> TOPICS =
      Arrays.stream(Topic.values()).map(t -> new Option(t.name(), t.label())).toList();
  private static final List<Option> HIDDEN =
      List.of(
          Option.of("yes", "不要让单位知道有人投诉", "the employer must not know that there is one"),
          Option.of("no", "可以告诉单位有这件投诉（不告诉是谁）", "it may know of it, not of me"));
  private static final List<String> WORDS =
      Arrays.stream(Complaints.Word.values()).map(Enum::name).toList();

  private final Complaints complaints;
  private final PublicForms limit;
  private final Pages pages;

  ComplaintPages(Complaints complaints, PublicForms limit, Pages pages) {
    this.complaints = complaints;
    this.limit = limit;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "open")
  static class Templates {
    private Templates() {}

    static native TemplateInstance complain(
        Form form, List<Option> topics, List<Option> offices, List<Option> hidden);

    static native TemplateInstance receipt(Complaints.Receipt receipt);

    static native TemplateInstance status(
        @Nullable ComplaintView view, @Nullable String number, Form form);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance blank() {
    return shown(Form.blank());
  }

  private TemplateInstance shown(Form form) {
    List<Option> offices =
        complaints.offices().stream().map(o -> new Option(o, Text.of(o, ""))).toList();
    form.with("hidden", "yes");
    if (offices.size() == 1) {
      form.with("office", offices.get(0).value());
    }
    return Templates.complain(form, TOPICS, offices, HIDDEN);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response complain(
      @Context HttpServerRequest request, MultivaluedMap<String, String> sent) {
    limit.count(request);
    Form form = Form.of(sent);
    String topic = form.choice("topic", TOPICS.stream().map(Option::value).toList());
    String office = form.choice("office", complaints.offices());
    String hidden = form.choice("hidden", HIDDEN.stream().map(Option::value).toList());
    String text = form.text("text");
    Sent complaint =
        new Sent(
            topic.isEmpty() ? Topic.OTHER : Topic.valueOf(topic),
            office,
            Sent.Channel.ONLINE,
            text,
            form.optional("firm"),
            form.optionalSum("amount"),
            form.optional("name"),
            form.optional("replyTo"),
            !hidden.equals("no"));
    return pages.open(
        form,
        () -> Templates.receipt(complaints.file(complaint, form.key(), null, pages.now())),
        () -> shown(form));
  }

  @GET
  @Path("status")
  @Operation(hidden = true)
  public TemplateInstance ask() {
    return Templates.status(null, null, Form.blank());
  }

  @POST
  @Path("status")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response status(@Context HttpServerRequest request, MultivaluedMap<String, String> sent) {
    limit.count(request);
    Form form = Form.of(sent);
    String number = form.text("number");
    String word = form.optional("word");
    String text = form.optional("text");
    if (word != null && !WORDS.contains(word)) {
      form.fault("", Text.of("没有这一项", "there is no such thing to say"));
    }
    return pages.open(
        form,
        () -> Templates.status(view(number, word, text), number, form),
        () -> Templates.status(found(number), number, form));
  }

  private ComplaintView view(String number, @Nullable String word, @Nullable String text) {
    ComplaintView known = found(number);
    if (known == null) {
      throw new Invalid(
          "/number",
          Text.of("没有这个编号", "there is no such number"),
          Text.of("请核对回执", "check your receipt"));
    }
    return word == null
        ? known
        : complaints.say(
            number,
            Complaints.Word.valueOf(word),
            Objects.requireNonNullElse(text, ""),
            pages.now());
  }

  private @Nullable ComplaintView found(String number) {
    try {
      return number.isEmpty() ? null : complaints.status(number, pages.now());
    } catch (Absent e) {
      return null;
    }
  }
}
