package huice.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Writes an invented county into files, one thing a line as JSON: {@code organisations.jsonl} and
 * {@code people.jsonl} with the couples and households before their people. Drawn on all
 * processors, written in order: the same county gives the same bytes.
 */
public final class PopulationFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOGETHER = 4_096;

  private PopulationFiles() {}

  /** {@code progress} is told how many pairs are written. */
  public static void write(Population county, Path folder, IntConsumer progress)
      throws IOException {
    Files.createDirectories(folder);
    write(
        folder.resolve("organisations.jsonl"),
        county.organisations(),
        number -> List.of(county.organisation(number)),
        done -> {});
    write(folder.resolve("people.jsonl"), county.pairs(), county::pair, progress);
  }

  private static void write(
      Path file, int all, IntFunction<List<Synthetic>> drawn, IntConsumer progress)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int from = 0; from < all; from += TOGETHER) {
        int to = Math.min(all, from + TOGETHER);
        List<byte[]> lines =
            IntStream.range(from, to).parallel().mapToObj(i -> lines(drawn.apply(i))).toList();
        for (byte[] line : lines) {
          out.write(line);
        }
        progress.accept(to);
      }
    }
  }

  private static byte[] lines(List<Synthetic> things) {
    List<String> lines = new ArrayList<>();
    for (Synthetic thing : things) {
      lines.add(line(thing));
    }
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Synthetic thing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", thing.id().toString());
    json.put("entity", thing.entity());
    put(json, "name", thing.name().isEmpty() ? null : thing.name());
    put(json, "number", thing.number());
    put(json, "code", thing.code());
    put(json, "registeredOn", thing.registeredOn());
    Map<String, String> links = new LinkedHashMap<>();
    thing.links().forEach((root, id) -> links.put(root, id.toString()));
    if (!links.isEmpty()) {
      json.put("links", links);
    }
    json.put("facts", thing.facts());
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(
      Map<String, Object> json, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      json.put(key, value.toString());
    }
  }
}
