package huice.model;

/**
 * A list of entities (or one entity) that belongs to another: {@code worker.employments}. {@code
 * ordinal} is its place among the owner's relations.
 */
public record Relation(
    String owner,
    String id,
    int ordinal,
    String entity,
    boolean many,
    Text label,
    Text question,
    String file,
    int line) {}
