package huice.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Seconds that {@code check}, {@code test} and {@code decide} take in a fresh JVM, from the
 * launcher's start to its end: run from the root of the repository, the program being built.
 */
public final class CommandsBench {
  private static final int RUNS = 5;

  private CommandsBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path given = Files.createTempFile("case", ".yaml");
    Files.writeString(
        given,
        """
        on: 2025-04-15
        facts:
          worker:
            employments: {complete_to: 2025-04-15, rows: [{start: 2024-03-02, end: none, hours: full_time}]}
        """);
    System.out.printf("%-10s %8s %8s%n", "command", "median s", "slowest");
    for (List<String> command :
        List.of(List.of("check"), List.of("test"), List.of("decide", given.toString()))) {
      long[] nanos = new long[RUNS];
      for (int i = 0; i < RUNS; i++) {
        nanos[i] = run(command);
      }
      Arrays.sort(nanos);
      System.out.printf(
          Locale.ROOT,
          "%-10s %8.2f %8.2f%n",
          command.get(0),
          nanos[RUNS / 2] / 1e9,
          nanos[RUNS - 1] / 1e9);
    }
    Files.delete(given);
  }

  private static long run(List<String> command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("./huice"));
    line.addAll(command);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
            .start();
    process.waitFor();
    return System.nanoTime() - start;
  }
}
