package huice.entry.page.impact;

import huice.casework.CheckedRelease;
import huice.casework.Invalid;
import huice.casework.ReleaseChecks;
import huice.casework.impact.ImpactView;
import huice.casework.impact.Impacts;
import huice.entry.ImpactDoor;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The impact assessments there are, and a form that begins one. */
@Path("/desk/impacts")
@Blocking
@Produces("text/html; charset=UTF-8")
public class ImpactsPage {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final String REGISTERED = "registered";
  private static final int MOST_TOLD = 20;
  private static final List<Option> PEOPLE =
      List.of(
          Option.of(REGISTERED, "登记并同意的人（上线前须有）", "the registered who consent; needed to go live"),
          Option.of("20000", "两万虚构的人", "20,000 invented people"),
          Option.of("402857", "全县规模，402,857 虚构的人", "a county of 402,857 invented people"));

  private final ImpactDoor door;
  private final Impacts impacts;
  private final ReleaseChecks checks;
  private final Pages pages;

  ImpactsPage(ImpactDoor door, Impacts impacts, ReleaseChecks checks, Pages pages) {
    this.door = door;
    this.impacts = impacts;
    this.checks = checks;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "impacts")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(View view, Form form);
  }

  /** The list. */
  record View(boolean begins, List<Option> people, List<Line> lines) {}

  /** One of the list. */
  record Line(
      UUID id, String at, String by, String release, Text people, Text state, String mark) {}

  @GET
  @RolesAllowed({"policy-officer", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance all() {
    return list(Form.blank().with("people", REGISTERED));
  }

  private TemplateInstance list(Form form) {
    return Templates.list(
        new View(
            pages.actor().role() == Role.POLICY_OFFICER,
            PEOPLE,
            impacts.latest().stream().map(ImpactsPage::line).toList()),
        form);
  }

  private static Line line(ImpactView view) {
    return new Line(
        view.id(),
        TIME.format(view.begunAt()),
        view.begunBy(),
        view.release().substring(0, Math.min(12, view.release().length())),
        people(view),
        state(view),
        view.running() ? "open" : view.finished() ? "good" : "bad");
  }

  static Text people(ImpactView view) {
    Integer invented = view.invented();
    return invented == null
        ? Text.of("登记并同意的人", "the registered who consent")
        : Text.of("虚构的 " + invented + " 人", invented + " invented people");
  }

  static Text state(ImpactView view) {
    return view.running()
        ? Text.of("正在测算", "under way")
        : view.finished() ? Text.of("已算完", "done") : Text.of("没有算完", "stopped");
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed("policy-officer")
  @Operation(hidden = true)
  public Response begin(
      @RestForm("key") @Nullable String key,
      @RestForm("people") @Nullable String people,
      @RestForm("files") @Nullable FileUpload files) {
    byte[] zip = read(files);
    Form form = form(key, people, zip);
    String who = form.choice("people", PEOPLE.stream().map(Option::value).toList());
    CheckedRelease candidate = zip.length == 0 || form.faulty() ? null : checked(form, zip);
    if (zip.length == 0) {
      form.fault("files", Text.of("请选择一个 zip 文件", "choose a zip"));
    }
    if (candidate == null) {
      return Pages.shown(422, () -> list(form));
    }
    Integer invented = who.equals(REGISTERED) ? null : Integer.valueOf(who);
    ImpactDoor.Asked asked = new ImpactDoor.Asked(null, null, null, invented);
    ImpactDoor.Pair pair = door.pair(candidate, asked);
    return pages.post(
        form,
        () -> "/desk/impacts/" + door.begin(pages.actor(), pair, asked).id(),
        () -> list(form));
  }

  private static Form form(@Nullable String key, @Nullable String people, byte[] zip) {
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    if (key != null) {
      sent.putSingle(Form.KEY, key);
    }
    sent.putSingle("people", people == null ? "" : people);
    sent.putSingle("digest", UUID.nameUUIDFromBytes(zip).toString());
    return Form.of(sent);
  }

  private static byte[] read(@Nullable FileUpload files) {
    try {
      return files == null ? new byte[0] : Files.readAllBytes(files.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null after faults: each names its file and line. */
  private @Nullable CheckedRelease checked(Form form, byte[] zip) {
    try {
      return checks.proposed(zip);
    } catch (Invalid invalid) {
      for (Invalid.Fault fault : invalid.faults().stream().limit(MOST_TOLD).toList()) {
        String place = fault.pointer().replaceFirst("^/", "");
        form.fault(
            "files",
            Text.of(
                place + "：" + fault.what().zh() + "；" + fault.instead().zh(),
                fault.what().en() + "; " + fault.instead().en()));
      }
      return null;
    }
  }
}
