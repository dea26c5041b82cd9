package huice.casework;

import huice.model.Entity;
import huice.model.Relation;
import huice.model.Text;
import java.util.List;

/**
 * What a table to import is about: persons or organisations, or rows of a list of theirs.
 *
 * @param id as it is sent: an entity, or the path of a list from a root
 * @param root what the rows' paths begin at
 * @param entity what a row is about
 * @param lists the lists on the way to the rows; none for things themselves
 */
public record ImportKind(
    String id, Text label, Of of, Entity root, Entity entity, List<Relation> lists) {
  /** Whose the rows are. */
  public enum Of {
    PERSONS,
    ORGANISATIONS,
    /** Rows that an organisation claims for: they belong to one claim. */
    CLAIM
  }

  public ImportKind {
    lists = List.copyOf(lists);
  }

  /** Whether a row is about a row of a list. */
  public boolean rows() {
    return !lists.isEmpty();
  }
}
