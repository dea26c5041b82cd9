package huice.policy;

import org.jspecify.annotations.Nullable;

/** A place in a tree, rendered as a JSON pointer only when something is wrong there. */
record Where(@Nullable Where parent, String key) {
  static final Where ROOT = new Where(null, "");

  Where at(String child) {
    return new Where(this, child);
  }

  Where at(int index) {
    return new Where(this, Integer.toString(index));
  }

  String pointer() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (parent != null) {
      parent.write(out);
      out.append('/').append(key.replace("~", "~0").replace("/", "~1"));
    }
  }
}
