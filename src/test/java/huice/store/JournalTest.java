package huice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalTest {
  private static final Actor SOMEBODY =
      new Actor(UUID.randomUUID(), "somebody", Role.CASEWORKER, "A");
  private static final Instant AT = Instant.parse("2024-03-01T01:02:03.123456789Z");

  @Inject Journal journal;
  @Inject Keys keys;
  @Inject DataSource database;

  @Test
  void nothingIsWrittenOutsideATransaction() {
    assertThatThrownBy(() -> journal.write(entry())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() throws SQLException {
    long before = last();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          journal.write(entry());
                          throw new IllegalArgumentException("as a test");
                        }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(last()).isEqualTo(before);
  }

  @Test
  void entriesFollowOneAnotherWithoutAGap() throws SQLException {
    long before = last();
    long first = QuarkusTransaction.requiringNew().call(() -> journal.write(entry()));
    long second = QuarkusTransaction.requiringNew().call(() -> journal.write(entry()));

    assertThat(first).isEqualTo(before + 1);
    assertThat(second).isEqualTo(first + 1);
  }

  @Test
  void aKindThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> new Journal.Entry(AT, "gossip", SOMEBODY, null, "{}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsSealedOpensForThatPersonOnlyAndNeverAfterTheKeyIsDestroyed() {
    UUID person = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    keys.create(person);
    keys.create(other);
    byte[] plain = "张三".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = keys.seal(person, plain);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(plain, StandardCharsets.ISO_8859_1));
    assertThat(keys.open(person, sealed)).isEqualTo(plain);
    assertThat(keys.seal(person, plain)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> keys.open(other, sealed)).isInstanceOf(IllegalStateException.class);

    keys.destroy(person);
    assertThatThrownBy(() -> keys.open(person, sealed)).isInstanceOf(KeyDestroyed.class);
    assertThatThrownBy(() -> keys.seal(person, plain)).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void aKeyMadeInATransactionThatRollsBackIsNotThere() {
    UUID person = UUID.randomUUID();
    QuarkusTransaction.begin();
    keys.create(person);
    assertThat(keys.open(person, keys.seal(person, new byte[] {1}))).containsExactly(1);
    QuarkusTransaction.rollback();

    assertThatThrownBy(() -> keys.seal(person, new byte[0])).isInstanceOf(KeyDestroyed.class);
  }

  @Test
  void aSealedTextThatWasChangedDoesNotOpen() {
    UUID person = UUID.randomUUID();
    keys.create(person);
    byte[] sealed = keys.seal(person, new byte[] {1, 2, 3});
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> keys.open(person, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameNumberHasTheSameHashUnderTheSameKey() {
    assertThat(keys.hash("110101199003070134"))
        .isEqualTo(keys.hash("110101199003070134"))
        .isNotEqualTo(keys.hash("110101199003070135"))
        .hasSize(32);
  }

  @Test
  void anotherMasterKeyDoesNotFitTheDatabase() {
    assertThat(keys.bound()).isTrue();
    assertThat(keys.unlock(new byte[Keys.MASTER_BYTES])).isFalse();
  }

  private static Journal.Entry entry() {
    return new Journal.Entry(AT, LogKind.ACT, SOMEBODY, null, "{\"a\":1}");
  }

  private long last() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(seq), 0) from log_entry")) {
      row.next();
      return row.getLong(1);
    }
  }
}
