package huice.entry.api;

import huice.casework.money.Queues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is paid first when the money may not suffice. */
@Path("/api/queues")
@Tag(name = "queues", description = "资金排队 Queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {
  private final Queues queues;
  private final Desk desk;

  QueuesResource(Queues queues, Desk desk) {
    this.queues = queues;
    this.desk = desk;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "queue", summary = "一项资金的队列 The queue of a fund")
  public Queues.View queue(@PathParam("id") String id) {
    return queues.view(id, desk.actor(), desk.now());
  }
}
