package huice.functional;

import huice.entry.LocalDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** The PostgreSQL of the tests: the same server as the service's own, empty at the start. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private LocalDatabase database;

  @Override
  public Map<String, String> start() {
    database = LocalDatabase.temporary(Path.of("target", "postgres-binaries"));
    return Map.of(
        "quarkus.datasource.jdbc.url", database.url(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", "",
        "quarkus.flyway.username", database.owner(),
        "quarkus.flyway.password", "unused");
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
    }
  }
}
