package huice.casework.task;

import huice.model.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is shown. {@code who}: the masked name of a person, or the title of an organisation;
 * null in lists, which name no person. {@code overdue} is a mark on the office.
 */
@Schema(name = "Task")
public record TaskView(
    UUID id,
    TaskKind kind,
    Text kindText,
    String office,
    @Nullable UUID record,
    @Nullable String who,
    boolean person,
    @Nullable UUID application,
    String subject,
    @Nullable String request,
    @Nullable LocalDate dueOn,
    boolean overdue,
    @Nullable UUID holder,
    @Nullable String holderName,
    boolean holderAway,
    @Nullable Way wish,
    @Nullable Part part,
    Basis basis,
    String release,
    Instant madeAt,
    @Nullable LocalDate endedOn,
    @Nullable Ending ending,
    @Nullable Way way,
    @Nullable LocalDate callbackOn) {}
