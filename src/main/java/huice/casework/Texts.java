package huice.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Compact JSON texts of maps, lists and single values, for the log and for snapshots. */
public final class Texts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Texts() {}

  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
