package huice.policy;

import static huice.policy.Words.say;

import huice.model.Confidence;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one dated version of a parameter. {@code byChoice}: it has a value per choice. */
record VersionReader(ValueType type, Unit unit, boolean listed, boolean byChoice) {
  private static final String[] KEYS = {
    "from",
    "to",
    "value",
    "values",
    "list",
    "not published",
    "at least",
    "at most",
    "reference",
    "confidence",
    "checked",
    "review"
  };
  private static final List<String> CONFIDENCE = List.of("A", "A*", "B", "C", "text", "setting");
  private static final Text BOUND = Text.of("请删去", "delete it");

  /** Null when it does not say from which day it holds, or holds no value that can be read. */
  @Nullable ParameterValue read(Section section) {
    section.known(KEYS);
    boolean published = !section.has("not published");
    form(section, published);
    Map<String, Long> values = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    if (published && !listed) {
      values(section, values, written);
    }
    List<String> list = published && listed ? list(section) : List.of();
    String reference = reference(section, published);
    Confidence confidence = confidence(section, published);
    LocalDate checked = checked(section, published);
    LocalDate review = review(section, checked);
    Long atLeast = bound(section, "at least", published);
    Long atMost = bound(section, "at most", published);
    bounds(section, atLeast, atMost);
    LocalDate from = from(section);
    LocalDate to = section.date("to");
    SmallFiles.order(section, from, to);
    boolean readable = !published || listed || !values.isEmpty();
    if (from == null || (to != null && to.isBefore(from)) || !readable) {
      return null;
    }
    return new ParameterValue(
        from,
        to,
        published,
        values,
        written,
        list,
        atLeast,
        atMost,
        reference,
        confidence,
        checked,
        review,
        section.line());
  }

  private static @Nullable LocalDate review(Section section, @Nullable LocalDate checked) {
    LocalDate review = section.date("review");
    if (checked != null && review != null && review.isBefore(checked)) {
      section
          .problems()
          .notice(
              section.line("review"),
              say(
                  "%s 起应当复核，%s 核对时还没有改",
                  "due for review since %s, still so when checked on %s", review, checked),
              Text.of("请查现行文本", "look up the present text"));
    }
    return review;
  }

  private static void bounds(Section section, @Nullable Long atLeast, @Nullable Long atMost) {
    if (atLeast != null && atMost != null && atLeast > atMost) {
      section
          .problems()
          .add(
              section.line("at most"),
              Text.of("at least 大于 at most", "at least is above at most"),
              Text.of("请核对", "check them"));
    }
  }

  private static @Nullable LocalDate from(Section section) {
    if (!section.has("from")) {
      section.required("from", Text.of("没有写明从哪天起 from", "no first day: from"), Days.WRITE_DAY);
    }
    return section.date("from");
  }

  /** Exactly the one form of value that the parameter's type asks for. */
  private void form(Section section, boolean published) {
    String wanted = listed ? "list" : byChoice ? "values" : "value";
    List<String> given = List.of("value", "values", "list").stream().filter(section::has).toList();
    if (published && given.isEmpty()) {
      section
          .problems()
          .add(
              section.line(),
              say("没有写明值 %s", "no %s", wanted),
              say("请写 %s，没有公布就写 not published: 原因", "write %s, or \"not published: why\"", wanted));
    }
    for (String key : given) {
      if (!published || !key.equals(wanted)) {
        section
            .problems()
            .add(
                section.line(key),
                published
                    ? say("这个参数不能写 %s", "this parameter cannot have %s", key)
                    : say(
                        "写了 not published，就不能有 %s",
                        "\"not published\" and %s exclude each other", key),
                published ? say("请写 %s", "write %s", wanted) : Text.of("请留一个", "keep one"));
      }
    }
  }

  private void values(Section section, Map<String, Long> values, Map<String, String> written) {
    if (byChoice) {
      Section list = section.section("values");
      for (Tree.Entry entry : list == null ? List.<Tree.Entry>of() : list.entries()) {
        Tree.Scalar scalar = list == null ? null : list.scalar(entry.key());
        if (scalar != null) {
          value(section, entry.key(), scalar, entry.line(), values, written);
        }
      }
      return;
    }
    Tree.Scalar scalar = section.scalar("value");
    if (scalar != null) {
      value(section, "", scalar, section.line("value"), values, written);
    }
  }

  private void value(
      Section section,
      String choice,
      Tree.Scalar scalar,
      int line,
      Map<String, Long> values,
      Map<String, String> written) {
    String word = scalar.text().strip();
    Long raw = raw(section.problems(), word, line);
    if (raw != null) {
      values.put(choice, raw);
      written.put(choice, word);
    }
  }

  private @Nullable Long raw(Problems problems, String word, int line) {
    if (type == ValueType.DATE) {
      LocalDate day = Days.day(word);
      if (day == null) {
        problems.add(line, Days.noDay(word), Days.WRITE_DAY);
      }
      return day == null ? null : Raw.of(day);
    }
    Numbers.Read read = unit == Unit.SHARE ? Numbers.share(word) : Numbers.decimal(word);
    Text what = read.what();
    if (what != null) {
      problems.add(line, what, read.instead());
      return null;
    }
    return read.raw();
  }

  private static List<String> list(Section section) {
    List<String> words = section.words("list");
    boolean days = words.stream().anyMatch(w -> w.matches("\\d{4}-.*"));
    for (String word : words) {
      if (days && Days.day(word) == null) {
        section.problems().add(section.line("list"), Days.noDay(word), Days.WRITE_DAY);
      }
    }
    return words;
  }

  private @Nullable Long bound(Section section, String key, boolean published) {
    Tree.Scalar scalar = section.scalar(key);
    if (scalar == null) {
      return null;
    }
    if (published || listed) {
      section
          .problems()
          .add(
              section.line(key),
              say("%s 只能与 not published 同用", "%s goes with \"not published\" only", key),
              BOUND);
      return null;
    }
    return raw(section.problems(), scalar.text().strip(), section.line(key));
  }

  /** Where nothing is published, the words that say so stand for the reference. */
  private static String reference(Section section, boolean published) {
    if (published) {
      return section.required(
          "reference",
          Text.of("没有写明出处 reference", "no reference"),
          Text.of("请写明文件名和条款", "name the document and clause"));
    }
    String why = section.text("not published");
    String reference = section.text("reference");
    return reference == null ? (why == null ? "" : why) : why + "；" + reference;
  }

  private static Confidence confidence(Section section, boolean published) {
    if (published && !section.has("confidence")) {
      section.required(
          "confidence",
          Text.of("没有写明可信程度 confidence", "no confidence"),
          say("可以写：%s", "one of: %s", String.join("、", CONFIDENCE)));
    }
    String word = section.oneOf("confidence", CONFIDENCE);
    return switch (word == null ? "C" : word) {
      case "A", "A*" -> Confidence.A;
      case "B" -> Confidence.B;
      case "text" -> Confidence.TEXT;
      case "setting" -> Confidence.SETTING;
      default -> Confidence.C;
    };
  }

  private static @Nullable LocalDate checked(Section section, boolean published) {
    if (published && !section.has("checked")) {
      section.required(
          "checked", Text.of("没有写明最后核对日期 checked", "no day of the last check"), Days.WRITE_DAY);
    }
    return section.date("checked");
  }
}
