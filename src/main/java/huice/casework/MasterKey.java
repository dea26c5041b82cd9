package huice.casework;

import huice.store.Keys;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Unlocks the keys before anything else starts: with the master key of the configuration, or with
 * that of a file that the first start makes. Whoever has the database without it cannot read what
 * is sealed; whoever loses it cannot either.
 */
@ApplicationScoped
class MasterKey {
  private static final Logger LOG = Logger.getLogger(MasterKey.class);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Keys keys;
  private final Optional<String> configured;
  private final Path folder;
  private final Path file;

  MasterKey(
      Keys keys,
      @ConfigProperty(name = "huice.key") Optional<String> configured,
      @ConfigProperty(name = "huice.data") Path data) {
    this.keys = keys;
    this.configured = configured;
    this.folder = data.toAbsolutePath().normalize();
    this.file = folder.resolve("huice.key");
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    try {
      if (!keys.unlock(master())) {
        throw new NotStarted(
            place()
                + " 与数据库不符：数据库属于另一个密钥。 This key does not fit the database, which belongs to"
                + " another one: put back the key that was used before.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] master() throws IOException {
    if (configured.isPresent()) {
      return decoded(configured.get());
    }
    if (Files.exists(file)) {
      closed();
      return decoded(Files.readString(file, StandardCharsets.UTF_8));
    }
    if (keys.bound()) {
      throw new NotStarted(
          "缺少密钥 "
              + file
              + "，没有它读不出库中的个人数据：请从备份中放回。 The key is missing, without which the personal data"
              + " in the database cannot be read: put it back from your copy, or set huice.key.");
    }
    return made();
  }

  /** Moved into place whole, so that a crash leaves either no key or all of it. */
  private byte[] made() throws IOException {
    byte[] key = new byte[Keys.MASTER_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(folder);
    Path half = folder.resolve("huice.key.new");
    Files.deleteIfExists(half);
    if (posix()) {
      Files.createFile(half, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(half);
    }
    Durably.append(half, Base64.getEncoder().encodeToString(key) + "\n");
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    Durably.folder(folder);
    LOG.infof("新的密钥 new key: %s（请另存一份 keep a copy elsewhere）", file);
    return key;
  }

  private void closed() throws IOException {
    if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new NotStarted(
          file + " 他人可读，请执行 chmod 600。 Others can read the key: run chmod 600 " + file);
    }
  }

  private byte[] decoded(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      key = new byte[0];
    }
    if (key.length != Keys.MASTER_BYTES) {
      throw new NotStarted(
          place()
              + " 不是 32 字节的 Base64。 This is not 32 bytes in Base64; make one with: openssl rand"
              + " -base64 32");
    }
    return key;
  }

  private String place() {
    return configured.isPresent() ? "huice.key" : file.toString();
  }

  private boolean posix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
