package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One key a person, wrapped by the service's master key; with the key everything that lies under it
 * is destroyed. Takes part in the caller's transaction. Safe to use from all threads once unlocked.
 */
@ApplicationScoped
public class Keys {
  /** The length of a master key in bytes. */
  public static final int MASTER_BYTES = Sealing.KEY_BYTES;

  private final DataSource database;
  private volatile @Nullable Unlocked unlocked;

  Keys(DataSource database) {
    this.database = database;
  }

  /** Keys for one purpose each, derived from the master key. */
  private record Unlocked(SecretKey wrapping, byte[] hashing) {}

  /** Whether a master key was ever used on this database. */
  public boolean bound() {
    return check().isPresent();
  }

  /**
   * Takes the master key into use; the first one binds this database to it.
   *
   * @return false when this database belongs to another master key
   */
  public boolean unlock(byte[] master) {
    byte[] mine = derive(master, "check");
    Optional<byte[]> known = check();
    if (known.isPresent() && !MessageDigest.isEqual(known.get(), mine)) {
      return false;
    }
    if (known.isEmpty()) {
      bind(mine);
    }
    unlocked = new Unlocked(Sealing.key(derive(master, "wrap")), derive(master, "hash"));
    return true;
  }

  /** Makes a person's key; there must be none yet. */
  public void create(UUID person) {
    byte[] wrapped = Sealing.seal(unlocked().wrapping(), person, Sealing.random(Sealing.KEY_BYTES));
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into person_key (person, wrapped) values (?, ?)")) {
      insert.setObject(1, person);
      insert.setBytes(2, wrapped);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Destroys a person's key for good; without one nothing happens. */
  public void destroy(UUID person) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from person_key where person = ?")) {
      delete.setObject(1, person);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /**
   * Seals a text under a person's key.
   *
   * @throws KeyDestroyed when the person has no key
   */
  public byte[] seal(UUID person, byte[] plain) {
    return Sealing.seal(key(person).orElseThrow(KeyDestroyed::new), person, plain);
  }

  /**
   * Opens what was sealed under a person's key.
   *
   * @throws KeyDestroyed when the person has no key
   * @throws IllegalStateException when it was changed since
   */
  public byte[] open(UUID person, byte[] sealed) {
    return Sealing.open(key(person).orElseThrow(KeyDestroyed::new), person, sealed);
  }

  /** A number's hash for looking it up; the same number always has the same. */
  public byte[] hash(String normalisedNumber) {
    return Sealing.mac(unlocked().hashing(), normalisedNumber.getBytes(StandardCharsets.UTF_8));
  }

  /** A person's key; empty when it was destroyed or never made. */
  Optional<SecretKey> key(UUID person) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select wrapped from person_key where person = ?")) {
      query.setObject(1, person);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(unwrap(person, row.getBytes(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** Makes the keys of many persons, who have none yet. */
  Map<UUID, SecretKey> createAll(Collection<UUID> persons) {
    Map<UUID, SecretKey> made = new HashMap<>();
    CopyRows copy = new CopyRows();
    for (UUID person : persons) {
      byte[] key = Sealing.random(Sealing.KEY_BYTES);
      copy.row(2).id(person).raw(Sealing.seal(unlocked().wrapping(), person, key));
      made.put(person, Sealing.key(key));
    }
    try (Connection connection = database.getConnection()) {
      copy.send(connection, "person_key (person, wrapped)");
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
    return made;
  }

  /** The keys of many persons; who has none is left out. */
  Map<UUID, SecretKey> all(Collection<UUID> persons) {
    Map<UUID, SecretKey> found = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select person, wrapped from person_key where person = any (?)")) {
      query.setArray(1, connection.createArrayOf("uuid", persons.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID person = row.getObject(1, UUID.class);
          found.put(person, unwrap(person, row.getBytes(2)));
        }
      }
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
    return found;
  }

  /** A key as it lies in the table. */
  SecretKey unwrap(UUID person, byte[] wrapped) {
    return Sealing.key(Sealing.open(unlocked().wrapping(), person, wrapped));
  }

  private Unlocked unlocked() {
    Unlocked now = unlocked;
    if (now == null) {
      throw new IllegalStateException("no master key before the start");
    }
    return now;
  }

  private static byte[] derive(byte[] master, String purpose) {
    return Sealing.mac(master, ("huice " + purpose + " 1").getBytes(StandardCharsets.UTF_8));
  }

  private Optional<byte[]> check() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("select proof from master_key");
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  private void bind(byte[] proof) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into master_key (proof) values (?)")) {
      insert.setBytes(1, proof);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }
}
