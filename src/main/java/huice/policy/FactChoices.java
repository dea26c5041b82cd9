package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Choice;
import huice.model.Text;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the choices of a fact, fully listed. */
record FactChoices(Problems problems) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");

  List<Choice> read(Section section, @Nullable ValueType type) {
    List<Choice> choices = new ArrayList<>();
    if (type != ValueType.CHOICE) {
      if (type != null && section.has("choices")) {
        problems.add(
            section.line("choices"),
            say("类型 %s 没有选项", "the type %s has no choices", type.word()),
            Text.of("请改类型为 choice 或删去 choices", "make the type choice or delete choices"));
      }
      return choices;
    }
    if (!section.has("choices")) {
      problems.add(
          section.line(),
          Text.of("选项没有列全 choices", "no choices"),
          Text.of("请列出全部选项", "list all choices"));
      return choices;
    }
    Section list = section.section("choices");
    Set<String> labels = new HashSet<>();
    for (Tree.Entry entry : list == null ? List.<Tree.Entry>of() : list.entries()) {
      Text label = Section.bilingual(entry.value(), entry.line(), problems);
      if (!ID.matcher(entry.key()).matches() || entry.key().equals("none")) {
        problems.add(entry.line(), EntityReader.badId(entry.key()), EntityReader.WRITE_ID);
      } else if (!label.zh().isEmpty() && !labels.add(label.zh())) {
        problems.add(
            entry.line(),
            say("选项「%s」写了两次", "the choice \"%s\" is written twice", shown(label.zh())),
            Text.of("请改成不同的文字", "use different words"));
      }
      choices.add(new Choice(entry.key(), label));
    }
    return choices;
  }
}
