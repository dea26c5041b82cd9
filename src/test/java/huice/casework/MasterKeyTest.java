package huice.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.functional.Owner;
import huice.functional.TestDatabase;
import huice.store.Keys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MasterKeyTest {
  private static final String OTHER = Base64.getEncoder().encodeToString(new byte[32]);

  @Inject Keys keys;

  @ConfigProperty(name = "huice.key")
  String configured;

  @TempDir Path folder;

  @Test
  void aKeyThatDoesNotFitTheDatabaseKeepsTheServiceFromStarting() {
    assertThatThrownBy(() -> start(Optional.of(OTHER)))
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("与数据库不符")
        .hasMessageContaining("does not fit the database");
  }

  @Test
  void aKeyOfTheWrongLengthOrFormIsRefused() throws IOException {
    for (String wrong : new String[] {"", "AAAA", "not base64!"}) {
      assertThatThrownBy(() -> start(Optional.of(wrong)))
          .isInstanceOf(NotStarted.class)
          .hasMessageContaining("32");
    }
    write("AAAA", "rw-------");
    assertThatThrownBy(() -> start(Optional.empty()))
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("huice.key");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    write(configured, "rw-r-----");
    assertThatThrownBy(() -> start(Optional.empty()))
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aLostKeyIsNotReplacedByANewOne() {
    assertThatThrownBy(() -> start(Optional.empty()))
        .isInstanceOf(NotStarted.class)
        .hasMessageContaining("缺少密钥");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFirstStartMakesAKeyForTheOwnerOnlyAndTheNextUsesIt() throws Exception {
    try (Owner owner = new Owner()) {
      owner.run("create temp table kept as select * from master_key");
      owner.run("delete from master_key");
      try {
        start(Optional.empty());

        Path file = folder.resolve("huice.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
        byte[] hash = keys.hash("653125199003070012");
        start(Optional.empty());
        assertThat(keys.hash("653125199003070012")).isEqualTo(hash);
        assertThatThrownBy(() -> start(Optional.of(configured))).isInstanceOf(NotStarted.class);
      } finally {
        putBack(owner);
      }
    }
  }

  private void putBack(Owner owner) throws SQLException {
    owner.run("delete from master_key");
    owner.run("insert into master_key select * from kept");
    assertThat(keys.unlock(Base64.getDecoder().decode(configured))).isTrue();
  }

  private void start(Optional<String> key) {
    new MasterKey(keys, key, folder).start(new StartupEvent());
  }

  private void write(String key, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("huice.key"), key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
