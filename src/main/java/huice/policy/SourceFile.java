package huice.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A file of the packs: its path below the project's folder with forward slashes, and its bytes.
 * {@code read} is false when it is there but could not be read; that is reported already.
 */
record SourceFile(String path, byte[] bytes, boolean read) {

  List<String> parts() {
    return Arrays.asList(path.split("/"));
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name without its ending. */
  String baseName() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? name() : name().substring(0, dot);
  }

  /** The ending with its dot, in lower case; empty when there is none. */
  String ending() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(dot).toLowerCase(Locale.ROOT);
  }
}
