package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFilesTest {
  private static final ReleaseFiles SHIPPED = ReleaseFiles.under(Path.of(""));

  @Test
  void aReleaseComesOutOfItsZipWithTheSameDigest() {
    ReleaseFiles back = ReleaseFiles.unzip(SHIPPED.zip());

    assertThat(back.problems()).isEmpty();
    assertThat(back.digest()).isEqualTo(SHIPPED.digest());
    assertThat(Objects.requireNonNull(Packs.load(back).release()).digest())
        .isEqualTo(Objects.requireNonNull(Packs.load(Path.of("")).release()).digest());
  }

  @Test
  void theSameFilesMakeTheSameZip() {
    assertThat(ReleaseFiles.unzip(SHIPPED.zip()).zip()).isEqualTo(SHIPPED.zip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../rules/a.dslr",
        "rules/../../etc/passwd",
        "/rules/a.dslr",
        "rules\\a.dslr",
        "src/main/java/A.java",
        "rules/.hidden",
        "rules//a.dslr",
        "rules/a/b/c/d/e/f/g",
        "policies"
      })
  void anEntryThatIsNoFileOfAReleaseIsRefused(String name) throws IOException {
    ReleaseFiles files = ReleaseFiles.unzip(zip(name, "x".getBytes(StandardCharsets.UTF_8)));

    assertThat(files.problems()).hasSize(1);
    assertThat(files.files()).isEmpty();
  }

  @Test
  void whatUnpacksToMoreThanAFileMayHoldIsRefusedBeforeItIsAllUnpacked() throws IOException {
    byte[] bomb = zip("rules/a.dslr", new byte[100 * 1024 * 1024]);

    ReleaseFiles files = ReleaseFiles.unzip(bomb);

    assertThat(bomb.length).isLessThan(200_000);
    assertThat(files.problems()).hasSize(1);
    assertThat(files.files()).isEmpty();
  }

  @Test
  void manyFilesThatTogetherUnpackToMoreThanAReleaseMayHoldAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 40; i++) {
        zip.putNextEntry(new ZipEntry("rules/a" + i + ".dslr"));
        zip.write(new byte[2 * 1024 * 1024]);
        zip.closeEntry();
      }
    }

    assertThat(ReleaseFiles.unzip(bytes.toByteArray()).problems()).hasSize(1);
  }

  @Test
  void aFolderThatHoldsBytesIsRefused() throws IOException {
    assertThat(ReleaseFiles.unzip(zip("rules/", new byte[10])).problems()).hasSize(1);
  }

  @Test
  void whatIsNoZipOrHalfAZipIsAProblemAndNothingElse() {
    byte[] whole = SHIPPED.zip();
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThat(ReleaseFiles.unzip(new byte[0]).problems()).hasSize(1);
    assertThat(ReleaseFiles.unzip("PK rubbish".getBytes(StandardCharsets.UTF_8)).problems())
        .hasSize(1);
    assertThat(ReleaseFiles.unzip(half).problems()).hasSize(1);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(name);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
