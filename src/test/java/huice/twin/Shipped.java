package huice.twin;

import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.model.Release;
import huice.policy.Packs;
import java.nio.file.Path;
import java.util.Objects;

/** The packs of this repository, read and compiled once for all tests that ask for them. */
public final class Shipped {
  private static final Release RELEASE =
      Objects.requireNonNull(Packs.load(Path.of("").toAbsolutePath()).release());
  private static final CompiledRelease COMPILED =
      Objects.requireNonNull(Engine.compile(RELEASE).release());

  private Shipped() {}

  public static Release release() {
    return RELEASE;
  }

  public static CompiledRelease compiled() {
    return COMPILED;
  }
}
