package huice.explain;

import huice.model.Dictionary;
import huice.model.Outcome;
import huice.model.SubjectKind;
import huice.model.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose fact a path speaks of, and of which row: 另一方第 2 条. Empty where it goes without saying. */
final class Places {
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

  private final List<String> members;
  private final String subjectRow;

  Places(Dictionary dictionary, Outcome outcome) {
    String subject = outcome.subject();
    int space = subject.indexOf(' ');
    String kind = space < 0 ? subject : subject.substring(0, space);
    this.members = dictionary.subject(kind).map(SubjectKind::members).orElse(List.of());
    this.subjectRow = space < 0 ? "" : subject.substring(space + 1);
  }

  /** What stands before a label. */
  Text of(String path) {
    if (path.indexOf('(') >= 0) {
      return Text.of("", "");
    }
    Text member = member(path);
    String rest =
        !subjectRow.isEmpty() && path.startsWith(subjectRow)
            ? path.substring(subjectRow.length())
            : path;
    StringBuilder zh = new StringBuilder(member.zh());
    StringBuilder en = new StringBuilder(member.en());
    Matcher row = ROW.matcher(rest);
    while (row.find()) {
      int number = Integer.parseInt(row.group(1)) + 1;
      zh.append("第 ").append(number).append(" 条 ");
      en.append("no. ").append(number).append(' ');
    }
    return Text.of(zh.toString(), en.toString());
  }

  private Text member(String path) {
    int dot = path.indexOf('.');
    int place = members.indexOf(dot < 0 ? path : path.substring(0, dot));
    if (place < 0) {
      return Text.of("", "");
    }
    if (members.size() > 2) {
      return Text.of("第 " + (place + 1) + " 人 ", "person " + (place + 1) + " ");
    }
    return place == 0 ? Text.of("一方 ", "one: ") : Text.of("另一方 ", "the other: ");
  }
}
