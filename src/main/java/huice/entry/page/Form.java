package huice.entry.page;

import huice.casework.Invalid;
import huice.model.Text;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a page's form, to be read field by field and shown again as it was typed. All
 * faults are told at once; a faulty field reads as something harmless. Made for one request; not
 * thread-safe.
 */
@TemplateData
public final class Form {
  /** The hidden field with the idempotency key that the form was rendered with. */
  public static final String KEY = "key";

  private static final Text REQUIRED = Text.of("请填写", "fill it in");
  private static final int LONGEST = 2_000;
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  /** 2024-01-08, 2024/1/8, 2024.1.8, 2024年1月8日, 20240108. */
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");

  private final MultivaluedMap<String, String> sent;
  private final List<Fault> faults = new ArrayList<>();
  private String key;
  private @Nullable Text conflict;

  /** What is wrong with a field; without one when {@code field} is empty. */
  @TemplateData
  public record Fault(String field, Text what) {}

  private Form(MultivaluedMap<String, String> sent) {
    this.sent = sent;
    String key = sent.getFirst(KEY);
    this.key = key != null && key.matches("[!-~]{1,100}") ? key : UUID.randomUUID().toString();
  }

  /** A form that nobody has typed into yet. */
  public static Form blank() {
    return new Form(new MultivaluedHashMap<>());
  }

  public static Form of(@Nullable MultivaluedMap<String, String> sent) {
    return sent == null ? blank() : new Form(sent);
  }

  /** Puts a value where nothing was sent: what a form is filled in with at first. */
  public Form with(String field, @Nullable String value) {
    if (value != null && !sent.containsKey(field)) {
      sent.putSingle(field, value);
    }
    return this;
  }

  MultivaluedMap<String, String> sent() {
    return sent;
  }

  public String key() {
    return key;
  }

  /** The key was used up, so that the next sending is another request. */
  void renewKey() {
    key = UUID.randomUUID().toString();
  }

  // What templates show ------------------------------------------------------------------------

  /** As it was typed; empty when nothing was. */
  public String value(String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value;
  }

  public boolean has(String field, String value) {
    List<String> values = sent.get(field);
    return values != null && values.contains(value);
  }

  public List<String> values(String field) {
    return List.copyOf(sent.getOrDefault(field, List.of()));
  }

  public List<String> names() {
    return List.copyOf(sent.keySet());
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public boolean faulty() {
    return !faults.isEmpty();
  }

  public @Nullable Text error(String field) {
    return faults.stream()
        .filter(f -> f.field().equals(field))
        .map(Fault::what)
        .findFirst()
        .orElse(null);
  }

  /** What somebody else did meanwhile; null when nothing stands against sending it again. */
  public @Nullable Text conflict() {
    return conflict;
  }

  void conflicts(Text what) {
    conflict = what;
  }

  // What resources read ------------------------------------------------------------------------

  public void fault(String field, Text what) {
    faults.add(new Fault(field, what));
  }

  /** Faults that were found below, at the fields that their places stand for. */
  void faults(Invalid invalid, UnaryOperator<String> field) {
    for (Invalid.Fault fault : invalid.faults()) {
      Text what =
          Text.of(
              fault.what().zh() + "：" + fault.instead().zh(),
              fault.what().en() + ": " + fault.instead().en());
      fault(field.apply(fault.pointer()), what);
    }
  }

  /** Null when left empty. */
  public @Nullable String optional(String field) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r')) {
      fault(field, Text.of("最多 " + LONGEST + " 个字", "at most " + LONGEST + " characters"));
      return null;
    }
    return text;
  }

  public String text(String field) {
    String text = optional(field);
    if (text == null && error(field) == null) {
      fault(field, REQUIRED);
    }
    return text == null ? "" : text;
  }

  /** One of the words that a page offers. */
  public String choice(String field, List<String> words) {
    String word = value(field).strip();
    if (!words.contains(word)) {
      fault(field, Text.of("请选择一项", "choose one"));
      return "";
    }
    return word;
  }

  /** Whether a box was ticked. */
  public boolean ticked(String field) {
    return !value(field).isEmpty();
  }

  public LocalDate day(String field, LocalDate last) {
    LocalDate day = optionalDay(field, last);
    if (day == null && error(field) == null) {
      fault(field, REQUIRED);
    }
    return day == null ? SOME_DAY : day;
  }

  /** A day not after another; null when left empty. */
  public @Nullable LocalDate optionalDay(String field, LocalDate last) {
    String text = value(field).strip();
    if (text.isEmpty()) {
      return null;
    }
    LocalDate day = dayOf(text);
    if (day == null) {
      fault(field, Text.of("请写日期，如 2024-01-08", "write a date such as 2024-01-08"));
    } else if (day.getYear() < 1900 || day.isAfter(last)) {
      fault(
          field,
          Text.of("日期须在 1900 年至 " + last + " 之间", "the day must be within 1900 and " + last));
      return null;
    }
    return day;
  }

  /** A day as people write it; null when it is none. */
  public static @Nullable LocalDate dayOf(String text) {
    Matcher written = DAY.matcher(text);
    if (!written.matches()) {
      return null;
    }
    boolean apart = written.group(2) != null;
    try {
      return LocalDate.of(
          Integer.parseInt(written.group(1)),
          Integer.parseInt(written.group(apart ? 2 : 4)),
          Integer.parseInt(written.group(apart ? 3 : 5)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A sum of money, as people write it; null when left empty. */
  public @Nullable BigDecimal optionalSum(String field) {
    String text = value(field).strip().replaceAll("[,，\\s元]", "");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,10}(\\.\\d{1,2})?")) {
      fault(field, Text.of("请写金额，如 3200.50", "write a sum such as 3200.50"));
      return null;
    }
    return new BigDecimal(text);
  }

  /** A version that the page was rendered from; 0 when it is none. */
  public int version(String field) {
    String text = value(field);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
