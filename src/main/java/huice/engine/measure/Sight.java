package huice.engine.measure;

import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value seen on the way: a fact with its raw value and evidence, or a list with its number of
 * rows ({@code relation} set, {@code raw} the plain number). {@code none} when known to be none.
 * Flags: stale, weak, conflict, withdrawn, incomplete.
 */
public record Sight(
    String path,
    @Nullable Fact fact,
    @Nullable Relation relation,
    long raw,
    boolean none,
    @Nullable Evidence evidence,
    List<String> flags) {}
