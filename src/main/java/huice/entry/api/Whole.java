package huice.entry.api;

import huice.casework.Invalid;
import huice.model.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a body has all its fields: those not marked as nullable, and texts of a sane size.
 */
final class Whole {
  private static final int LONGEST = 4_000;

  private Whole() {}

  /**
   * The same body.
   *
   * @throws Invalid naming every field that is missing or too long
   */
  static <T extends Record> T of(T body) {
    List<Invalid.Fault> faults = new ArrayList<>();
    check(body, "", faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return body;
  }

  private static void check(Record body, String at, List<Invalid.Fault> faults) {
    for (RecordComponent component : body.getClass().getRecordComponents()) {
      String pointer = at + "/" + component.getName();
      Object value = value(body, component);
      if (value == null) {
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          faults.add(missing(pointer));
        }
      } else if (value instanceof String text) {
        text(text, pointer, component, faults);
      } else if (value instanceof Record inner) {
        check(inner, pointer, faults);
      }
    }
  }

  private static void text(
      String text, String pointer, RecordComponent component, List<Invalid.Fault> faults) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (text.isBlank() && !optional) {
      faults.add(missing(pointer));
    } else if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      faults.add(
          new Invalid.Fault(
              pointer,
              Text.of("文字过长，或者含有不能保存的字符", "the text is too long or holds what cannot be kept"),
              Text.of("最多 " + LONGEST + " 字", "at most " + LONGEST + " characters")));
    }
  }

  private static Invalid.Fault missing(String pointer) {
    return new Invalid.Fault(pointer, Text.of("没有写", "it is missing"), Text.of("请写明", "write it"));
  }

  private static @Nullable Object value(Record body, RecordComponent component) {
    try {
      return component.getAccessor().invoke(body);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
