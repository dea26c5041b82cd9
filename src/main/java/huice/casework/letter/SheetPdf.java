package huice.casework.letter;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Prints the HTML of a letter as PDF with the program's fonts in it. Thread-safe. */
@ApplicationScoped
class SheetPdf {
  static {
    // It would log pieces of what it prints.
    XRLog.setLoggingEnabled(false);
  }

  private final Fonts fonts;

  SheetPdf(Fonts fonts) {
    this.fonts = fonts;
  }

  /** {@code lacking}: characters to print as their numbers, because no font has them. */
  byte[] of(String html, boolean rightToLeft, Set<Integer> lacking) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
    builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    builder.defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR);
    builder.usePdfUaAccessibility(true);
    fonts
        .faces()
        .forEach(f -> builder.useFont(() -> new ByteArrayInputStream(f.bytes()), f.family()));
    builder.withHtmlContent(numbered(html, lacking), null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String numbered(String html, Set<Integer> lacking) {
    String printable = html;
    for (int character : lacking) {
      printable =
          printable.replace(Character.toString(character), "〔" + Fonts.number(character) + "〕");
    }
    return printable;
  }
}
