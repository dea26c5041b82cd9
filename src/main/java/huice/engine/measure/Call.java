package huice.engine.measure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A measure as written in the restricted DRL: a form with words (paths, filters, settings) and
 * nested calls. {@code toString} is its canonical text.
 */
public record Call(String form, List<Arg> args) {

  /** An argument: a quoted word or a nested call. */
  public sealed interface Arg {}

  public record Word(String text) implements Arg {
    @Override
    public String toString() {
      return "\"" + text + "\"";
    }
  }

  public record Nested(Call call) implements Arg {
    @Override
    public String toString() {
      return call.toString();
    }
  }

  public Call {
    args = List.copyOf(args);
  }

  @Override
  public String toString() {
    return form + args.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
