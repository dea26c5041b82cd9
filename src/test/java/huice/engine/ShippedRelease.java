package huice.engine;

import huice.model.Release;
import huice.policy.Packs;
import java.nio.file.Path;
import java.util.Objects;

/** The packs of this repository, loaded and compiled once for all tests. */
final class ShippedRelease {
  static final Release SOURCE = Objects.requireNonNull(Packs.load(Path.of("")).release());
  static final CompiledRelease COMPILED = Objects.requireNonNull(Engine.compile(SOURCE).release());

  private ShippedRelease() {}
}
