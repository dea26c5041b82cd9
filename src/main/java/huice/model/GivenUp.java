package huice.model;

import java.util.List;

/** What a person does not get because something better for them excludes it, and why. */
public record GivenUp(
    String scheme, String because, String clause, Text reason, List<String> months) {
  public GivenUp {
    months = List.copyOf(months);
  }
}
