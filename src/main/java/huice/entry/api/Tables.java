package huice.entry.api;

import huice.policy.TableText;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Tables as they are sent, in one of the forms that spreadsheet programs read. */
final class Tables {
  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final List<String> FORMS = List.of("xlsx", "csv");

  private Tables() {}

  /** {@code name} without an ending. */
  static Response answer(String form, String name, List<List<String>> rows) {
    boolean csv = form.equals("csv");
    return answer(form, name, csv ? TableText.csv(rows) : TableText.xlsx("1", rows));
  }

  static Response answer(String form, String name, byte[] bytes) {
    boolean csv = form.equals("csv");
    return Response.ok(bytes)
        .type(csv ? CSV + "; charset=UTF-8" : XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + form + "\"")
        .build();
  }
}
