package huice.casework.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The fonts that letters are printed with, in the order in which they are asked for a character: an
 * own TrueType file where the setting names one, then those of the program. Read once, when the
 * first letter is made. Thread-safe.
 */
@ApplicationScoped
public class Fonts {
  private static final String LATIN = "/fonts/DejaVuSansCondensed.ttf";
  private static final String HAN = "/fonts/DroidSansFallbackFull.ttf";

  private final Optional<String> own;
  private volatile List<Face> faces = List.of();

  Fonts(@ConfigProperty(name = "huice.letters.font") Optional<String> own) {
    this.own = own;
  }

  /** A font under the name that the page gives it; the bytes are read only. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Face(String family, byte[] bytes, CmapLookup glyphs) {}

  List<Face> faces() {
    List<Face> known = faces;
    if (known.isEmpty()) {
      known = read();
      faces = known;
    }
    return known;
  }

  private List<Face> read() {
    List<Face> read = new ArrayList<>();
    try {
      if (own.isPresent()) {
        read.add(face("Own", Files.readAllBytes(Path.of(own.get()))));
      }
      read.add(face("Letter", resource(LATIN)));
      read.add(face("Han", resource(HAN)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(read);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Fonts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("a font is missing from the program: " + name);
      }
      return in.readAllBytes();
    }
  }

  private static Face face(String family, byte[] bytes) throws IOException {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
      return new Face(family, bytes, font.getUnicodeCmapLookup());
    }
  }

  /** The characters of a text that no font has, each once, as they come. */
  Set<Integer> lacking(String text) {
    Set<Integer> lacking = new LinkedHashSet<>();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && legal(c) && !has(c))
        .forEach(lacking::add);
    return lacking;
  }

  private boolean has(int character) {
    return faces().stream().anyMatch(face -> face.glyphs().getGlyphId(character) != 0);
  }

  /** Whether XML has room for a character. */
  static boolean legal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** As it is told to people: {@code U+20BB7}. */
  static String number(int character) {
    return "U+%04X".formatted(character);
  }
}
