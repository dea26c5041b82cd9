package huice.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme may be about. Exactly one of the three: {@code root}, one root of the case; {@code
 * members}, several roots of one entity taken together (a couple, unordered); {@code rows}, each
 * row of a list such as {@code worker.employments}.
 */
public record SubjectKind(
    String id, Text label, @Nullable String root, List<String> members, @Nullable String rows) {
  public SubjectKind {
    members = List.copyOf(members);
  }
}
