package huice.model;

import java.util.List;

/**
 * A fact that can still change the answer. {@code fact} is its path in the case, to be filled in as
 * it stands; a list's path asks up to which day it is complete. {@code conditions} are those it
 * would help to settle.
 */
public record Missing(
    String fact,
    Text label,
    Text question,
    List<String> sources,
    List<String> proofs,
    List<String> conditions) {
  public Missing {
    sources = List.copyOf(sources);
    proofs = List.copyOf(proofs);
    conditions = List.copyOf(conditions);
  }
}
