package huice.functional;

import huice.entry.LocalDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The PostgreSQL of the tests: the same server as the service's own, empty at the start. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private LocalDatabase database;

  @Override
  public Map<String, String> start() {
    database = LocalDatabase.temporary(Path.of("target", "postgres-binaries"));
    return Map.of(
        "huice.data", data(),
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", "",
        "quarkus.flyway.username", database.owner(),
        "quarkus.flyway.password", "unused");
  }

  /** A folder as new as the database: what lies outside it has to fit it. */
  private static String data() {
    try {
      return Files.createTempDirectory(Path.of("target"), "test-data").toAbsolutePath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}
