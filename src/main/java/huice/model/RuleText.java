package huice.model;

import java.util.List;

/**
 * A rule file as an officer left it, decoded and split into lines. {@code scheme} is its base name,
 * {@code lines.get(0)} is line 1.
 */
public record RuleText(String pack, String scheme, Form form, String file, List<String> lines) {

  public enum Form {
    SENTENCES,
    DRL
  }

  public RuleText {
    lines = List.copyOf(lines);
  }
}
