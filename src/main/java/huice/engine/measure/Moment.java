package huice.engine.measure;

import huice.model.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The case and day a measure is read for. {@code scope} maps an alias (root name, or the subject
 * row's entity) to its node; {@code members} are the nodes of a member subject. {@code on} and
 * {@code known} are days since 1970-01-01; {@code month} is the first day of the line's month, or
 * {@link #NO_MONTH}. {@code tracing} asks for {@link Reading#seen()}. {@code memo} holds what was
 * read before for the same; null to read every measure anew.
 */
public record Moment(
    Map<String, Node> scope,
    List<Node> members,
    long on,
    long known,
    long month,
    boolean tracing,
    Surroundings around,
    @Nullable Memo memo) {
  public static final long NO_MONTH = Long.MIN_VALUE;

  /** Every measure is read anew. */
  public Moment(
      Map<String, Node> scope,
      List<Node> members,
      long on,
      long known,
      long month,
      boolean tracing,
      Surroundings around) {
    this(scope, members, on, known, month, tracing, around, null);
  }

  /** What lies outside the case: parameters in force, other outcomes, the lines before. */
  public interface Surroundings {
    /**
     * The parameter in force for this scheme and moment; {@link Reading#unset} when not published.
     */
    Reading parameter(String name, Moment moment);

    /** Words or days of a list parameter; null when not published. */
    @Nullable List<String> list(String name, Moment moment);

    /** First day after the moment on which that parameter may change. */
    long nextVersion(String name, Moment moment);

    /** 1, 0 or unknown: whether the other scheme's outcome is favourable. */
    Reading outcome(String scheme, Moment moment);

    /** Month lines before this one with a favourable outcome, in millionths. */
    Reading earlier(Moment moment);
  }
}
