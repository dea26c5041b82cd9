package huice.entry.api;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.model.Text;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An address that writes one entry of the log, and then does as its body says. */
@Path("/test/written")
@RolesAllowed("caseworker")
public class Written {
  private final Writes writes;
  private final Caller caller;
  private final Journal journal;

  Written(Writes writes, Caller caller, Journal journal) {
    this.writes = writes;
    this.caller = caller;
    this.journal = journal;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response write(@Context HttpHeaders headers, SentBody body) {
    String word = new String(body.bytes(), StandardCharsets.UTF_8).replace("\"", "");
    return writes.once(headers, body, () -> act(word));
  }

  private Writes.Answer act(String word) {
    long seq =
        journal.write(new Journal.Entry(Instant.now(), LogKind.ACT, caller.actor(), null, "{}"));
    Text text = Text.of("因为测试", "for a test");
    switch (word) {
      case "fail" -> throw new IllegalStateException("as a test");
      case "conflict" -> throw new Conflict(text, 7L);
      case "not-allowed" -> throw new NotAllowed(text);
      case "absent" -> throw new Absent(text);
      case "invalid" -> throw new Invalid("/on", text, text);
      case "slow" -> sleep();
      default -> {}
    }
    return Writes.Answer.created(Map.of("seq", seq));
  }

  private static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
