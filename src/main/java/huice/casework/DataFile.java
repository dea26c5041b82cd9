package huice.casework;

import huice.model.Text;
import huice.policy.Tree;
import huice.policy.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file of settings that officers edit while the service runs: it is read again once it has
 * changed. A faulty edit is told in the log with its line, and the last good state stays.
 * Thread-safe.
 */
public final class DataFile<T> {
  private static final Logger LOG = Logger.getLogger(DataFile.class);

  private final Path path;
  private final Function<Part, T> reader;
  private @Nullable FileTime seen;
  private @Nullable T good;

  /**
   * @param reader makes the settings from the whole file; throws {@link Faulty} where it cannot
   */
  public DataFile(Path path, Function<Part, T> reader) {
    this.path = path;
    this.reader = reader;
  }

  /** A file that cannot be used, with its line, what, and what instead. */
  public static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Faulty(String message) {
      super(message);
    }
  }

  /**
   * What the file says now.
   *
   * @throws Faulty when it never could be read
   */
  public synchronized T get() {
    T known = good;
    try {
      FileTime changed = Files.getLastModifiedTime(path);
      if (known != null && changed.equals(seen)) {
        return known;
      }
      seen = changed;
      known = reader.apply(parsed(Files.readAllBytes(path)));
      good = known;
      return known;
    } catch (IOException e) {
      return kept(known, new Faulty(path.getFileName() + " 读不到 cannot be read"));
    } catch (Faulty e) {
      return kept(known, e);
    }
  }

  private static <T> T kept(@Nullable T known, Faulty fault) {
    if (known == null) {
      throw fault;
    }
    LOG.warnf("改动未生效 not taken in: %s", fault.getMessage());
    return known;
  }

  private Part parsed(byte[] bytes) {
    String name = "services/" + path.getFileName();
    Trees.Parsed parsed = Trees.yaml(bytes);
    if (!parsed.faults().isEmpty() || parsed.tree() == null) {
      var fault = parsed.faults().stream().findFirst();
      throw new Faulty(
          name
              + ":"
              + fault.map(f -> f.line()).orElse(1)
              + ": "
              + fault.map(f -> f.what().zh()).orElse("是空的"));
    }
    return new Part(name, parsed.tree());
  }

  /** Reads a file once, without watching it: for checks. */
  public static <T> T once(Path path, Function<Part, T> reader) {
    try {
      Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DataFile<>(path, reader).get();
  }

  /** A place in the file. What is not there, or has another form, is told with its line. */
  public record Part(String file, Tree tree) {
    public Faulty faulty(String what) {
      return new Faulty(file + ":" + tree.line() + ": " + what);
    }

    private Tree.Mapping mapping() {
      if (tree instanceof Tree.Mapping mapping) {
        return mapping;
      }
      throw faulty("这里应写“名称: 内容” names with values are wanted here");
    }

    public List<String> names() {
      return List.copyOf(mapping().entries().keySet());
    }

    public boolean has(String name) {
      Tree tree = mapping().get(name);
      return tree != null && !tree.nothing();
    }

    public Part at(String name) {
      Tree found = mapping().get(name);
      if (found == null) {
        throw faulty("缺少 " + name + " is missing");
      }
      return new Part(file, found);
    }

    public List<Part> items() {
      if (!(tree instanceof Tree.Sequence list)) {
        throw faulty("这里应写清单 a list is wanted here");
      }
      List<Part> items = new ArrayList<>();
      list.items().forEach(item -> items.add(new Part(file, item)));
      return items;
    }

    public List<String> words() {
      return items().stream().map(Part::word).toList();
    }

    public String word() {
      if (tree instanceof Tree.Scalar scalar && !scalar.nothing()) {
        return scalar.text();
      }
      throw faulty("这里应写一个词 one word is wanted here");
    }

    public int number() {
      String word = word();
      if (!word.matches("\\d{1,6}")) {
        throw faulty("这里应写整数 a whole number is wanted here");
      }
      return Integer.parseInt(word);
    }

    public Text text() {
      return Text.of(at("zh").word(), at("en").word());
    }
  }
}
