package huice.entry;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What picocli says of a wrong use in English only, in both languages. */
public final class UsageWords {
  private UsageWords() {}

  public static String of(CommandLine.ParameterException wrong) {
    if (wrong instanceof CommandLine.MissingParameterException missing) {
      String names =
          missing.getMissing().stream()
              .map(CommandLine.Model.ArgSpec::paramLabel)
              .collect(Collectors.joining("、"));
      return "缺少 " + names + " (" + names + " is missing)";
    }
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String words = String.join(" ", unmatched.getUnmatched());
      List<String> near = unmatched.getSuggestions();
      String instead = near.isEmpty() ? "" : "；是否想写 did you mean: " + String.join("、", near) + "？";
      return "不认识 " + words + " (unknown: " + words + ")" + instead;
    }
    return String.valueOf(wrong.getMessage())
        .replaceFirst("^Invalid value for option '([^']*)':", "$1 的值不对 (invalid value):");
  }
}
