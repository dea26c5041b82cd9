package huice.simulation.impact;

import huice.model.Dictionary;
import java.util.List;

/** A population that can be read in parts, always in the same order, by several threads at once. */
public interface People {
  /** How many parties there are. */
  int size();

  /** The parties from one number to another, exclusive, by the words of a dictionary. */
  List<Party> read(int from, int to, Dictionary dictionary);

  /** Whether nobody in it is real; of real ones, no value is ever told. */
  boolean invented();
}
