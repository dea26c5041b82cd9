package huice.casework.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import huice.store.Journal;
import huice.store.Keys;
import huice.store.LetterRow;
import huice.store.LetterTable;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of letters, seals them and opens them again. Thread-safe. */
@ApplicationScoped
class LetterStore {
  private final LetterTable table;
  private final Keys keys;
  private final Journal journal;
  private final SheetPdf printer;
  private final Fonts fonts;
  private final ObjectMapper json;

  LetterStore(
      LetterTable table,
      Keys keys,
      Journal journal,
      SheetPdf printer,
      Fonts fonts,
      ObjectMapper json) {
    this.table = table;
    this.keys = keys;
    this.journal = journal;
    this.printer = printer;
    this.fonts = fonts;
    this.json = json;
  }

  LetterRow keep(
      LetterKind kind,
      ApplicationRow application,
      @Nullable DecisionRow decision,
      @Nullable UUID about,
      Sheet sheet,
      LetterTexts words,
      Actor by,
      Now now) {
    Set<Integer> lacking = fonts.lacking(SheetHtml.of(sheet));
    String numbers = lacking.stream().map(Fonts::number).collect(Collectors.joining(" "));
    String html = SheetHtml.of(lacking.isEmpty() ? sheet : told(sheet, words, numbers));
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    byte[] print = printer.of(html, sheet.dir().equals("rtl"), lacking);
    LetterRow row =
        new LetterRow(
            UUID.randomUUID(),
            application.id(),
            decision == null ? null : decision.id(),
            kind.name(),
            about,
            sealed(about, page),
            sealed(about, print),
            sha256(page),
            sha256(print),
            numbers,
            application.version(),
            now.at(),
            by.id());
    table.add(row);
    log(LogKind.ACT, row, Letters.content(row), by, now);
    return row;
  }

  /** Says at the end what the printer could not. */
  private static Sheet told(Sheet sheet, LetterTexts words, String numbers) {
    List<String> foot = new ArrayList<>(sheet.foot());
    foot.add(words.say("foot.glyphs", "glyphs", numbers));
    return new Sheet(
        sheet.language(), sheet.dir(), sheet.title(), sheet.head(), sheet.sections(), foot);
  }

  private byte[] sealed(@Nullable UUID about, byte[] plain) {
    return about == null ? plain : keys.seal(about, plain);
  }

  /**
   * The bytes as they were made; the reading is noted.
   *
   * @throws IllegalStateException when they are not what was made
   */
  byte[] open(LetterRow row, Letters.Form form, Visit visit, Actor by, Now now) {
    boolean html = form == Letters.Form.HTML;
    byte[] kept = html ? row.html() : row.pdf();
    byte[] plain = row.about() == null ? kept : keys.open(row.about(), kept);
    if (!MessageDigest.isEqual(sha256(plain), html ? row.htmlHash() : row.pdfHash())) {
      throw new IllegalStateException("a letter's bytes are not those that were made: " + row.id());
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("letter", row.id());
    content.put("application", row.application());
    content.put("form", form.name());
    content.putAll(visit.told());
    log(LogKind.READ, row, content, by, now);
    return plain;
  }

  private void log(LogKind kind, LetterRow row, Map<String, Object> content, Actor by, Now now) {
    try {
      String text = json.writeValueAsString(content);
      journal.write(new Journal.Entry(now.at(), kind, by, row.about(), text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
