package huice.policy;

import static huice.policy.Words.say;

import huice.model.Interaction;
import huice.model.Question;
import huice.model.Service;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pack's questions, adopted services and interactions. {@code adopted} takes what is said
 * to be adopted, whether or not the rest of its entry can be read.
 */
record SmallFiles(String pack, List<Mention> adopted) {

  /** A scheme that a file names, and where. */
  record Mention(String scheme, String file, int line) {}

  List<Question> questions(Section file) {
    List<Question> questions = new ArrayList<>();
    for (Section item : list(file, "questions")) {
      item.known("about", "zh", "en");
      questions.add(
          new Question(
              pack,
              item.required("about"),
              Text.of(item.required("zh"), item.required("en")),
              file.problems().file(),
              item.line()));
    }
    return questions;
  }

  List<Service> services(Section file) {
    List<Service> services = new ArrayList<>();
    for (Section item : list(file, "adopted")) {
      item.known("scheme", "by", "from");
      String scheme = item.required("scheme");
      adopted.add(new Mention(scheme, file.problems().file(), item.line()));
      String by =
          item.required(
              "by",
              Text.of("没有写明由谁采用 by", "no person who adopted it"),
              Text.of("请写职务和姓名", "write position and name"));
      if (!item.has("from")) {
        item.required("from");
      }
      LocalDate from = item.date("from");
      if (from != null && !scheme.isEmpty() && !by.isEmpty()) {
        services.add(new Service(pack, scheme, by, from, file.problems().file(), item.line()));
      }
    }
    return services;
  }

  List<Interaction> interactions(Section file) {
    List<Interaction> interactions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Section item : list(file, "interactions")) {
      item.known("name", "kind", "period", "within", "schemes", "clause");
      String name = item.required("name");
      if (!name.isEmpty() && names.contains(Words.normal(name))) {
        item.problems()
            .add(
                item.line("name"),
                say("名称「%s」写了两次", "the name \"%s\" is written twice", Words.shown(name)),
                Text.of("请另取名称", "choose another name"));
      }
      names.add(Words.normal(name));
      interactions.add(interaction(item, name));
    }
    return interactions;
  }

  private Interaction interaction(Section item, String name) {
    boolean exclusion = !"counter".equals(chosen(item, "kind", List.of("exclusion", "counter")));
    boolean month = "month".equals(chosen(item, "period", List.of("month", "ever")));
    List<String> schemes = item.words("schemes");
    if (schemes.size() < 2) {
      item.problems()
          .add(
              item.line("schemes"),
              Text.of("schemes 要有两个以上的项目", "schemes needs two or more schemes"),
              Text.of("请按先后写出项目", "list the schemes in order"));
    }
    return new Interaction(
        pack,
        name,
        exclusion ? Interaction.Kind.EXCLUSION : Interaction.Kind.COUNTER,
        month ? Interaction.Period.MONTH : Interaction.Period.EVER,
        "subject".equals(item.oneOf("within", List.of("case", "subject")))
            ? Interaction.Within.SUBJECT
            : Interaction.Within.CASE,
        schemes,
        item.required("clause"),
        item.problems().file(),
        item.line());
  }

  private static @Nullable String chosen(Section item, String key, List<String> words) {
    if (!item.has(key)) {
      item.required(
          key, say("没有写明 %s", "no %s", key), say("可以写：%s", "one of: %s", String.join("、", words)));
    }
    return item.oneOf(key, words);
  }

  private static List<Section> list(Section file, String key) {
    file.known(key);
    if (!file.has(key)) {
      file.required(key);
    }
    return file.sections(key);
  }

  /** A first day after a last one is a problem. */
  static void order(Section section, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && from.isAfter(to)) {
      section
          .problems()
          .add(
              section.line("to"),
              say("from（%s）在 to（%s）之后", "from (%s) is after to (%s)", from, to),
              Text.of("请核对两个日期", "check the two dates"));
    }
  }
}
