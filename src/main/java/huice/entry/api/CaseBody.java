package huice.entry.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Text;
import huice.policy.CaseFault;
import huice.policy.CaseReader;
import huice.policy.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the body of a check, or names all its faults at once. */
final class CaseBody {
  private static final JsonFactory JSON = new JsonFactory();

  private CaseBody() {}

  /**
   * The case a body holds.
   *
   * @throws Refused when the body is no JSON or holds anything the dictionary does not know
   */
  static Case read(byte[] body, Dictionary dictionary) {
    Trees.Parsed parsed = Trees.json(body);
    if (parsed.tree() == null) {
      throw malformed(body);
    }
    CaseReader.Read read = CaseReader.discreetly(dictionary, parsed);
    Case given = read.given();
    if (given == null) {
      List<CaseFault> faults = read.faults();
      throw new Refused(
          ProblemKind.CASE,
          Text.of("共 " + faults.size() + " 处错误。", "Faults: " + faults.size() + "."),
          faults.stream().map(CaseBody::fault).toList());
    }
    return given;
  }

  private static Fault fault(CaseFault fault) {
    Integer line = fault.line() > 0 ? fault.line() : null;
    return Fault.inBody(fault.pointer(), line, fault.what(), fault.instead());
  }

  /** Says where, not what stands there: a JSON parser's own message repeats the text. */
  static Refused malformed(byte[] body) {
    JsonLocation place = place(body);
    Fault fault =
        Fault.inText(
            place.getLineNr(),
            place.getColumnNr(),
            Text.of("到这里不再是合法的 JSON", "from here on this is no valid JSON"),
            Text.of(
                "请检查这里的引号、逗号和括号；须为 UTF-8",
                "check quotes, commas and brackets here; it must be UTF-8"));
    return new Refused(
        ProblemKind.MALFORMED,
        Text.of(
            "第 " + place.getLineNr() + " 行第 " + place.getColumnNr() + " 列。",
            "Line " + place.getLineNr() + ", column " + place.getColumnNr() + "."),
        List.of(fault));
  }

  private static JsonLocation place(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      try {
        while (parser.nextToken() != null) {
          // on to the fault or the end
        }
        return parser.currentLocation();
      } catch (JsonProcessingException e) {
        return e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
