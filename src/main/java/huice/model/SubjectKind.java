package huice.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme may be about. Exactly one of the three: {@code root}, one root of the case; {@code
 * members}, several roots of one entity taken together (a couple, unordered); {@code rows}, each
 * row of a list such as {@code worker.employments}, of which {@code where} may leave out those
 * known to be of other choices.
 */
public record SubjectKind(
    String id,
    Text label,
    @Nullable String root,
    List<String> members,
    @Nullable String rows,
    List<Where> where) {

  /** A choice of the row, and the ids of the choices that the subject is about. */
  public record Where(String fact, List<String> choices) {
    public Where {
      choices = List.copyOf(choices);
    }
  }

  public SubjectKind {
    members = List.copyOf(members);
    where = List.copyOf(where);
  }

  /** A subject of whatever rows there are, if of rows. */
  public SubjectKind(
      String id, Text label, @Nullable String root, List<String> members, @Nullable String rows) {
    this(id, label, root, members, rows, List.of());
  }
}
