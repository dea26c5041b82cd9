package huice.entry.page.money;

import huice.entry.page.Form;
import huice.model.Text;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A table that was sent with a form: the form knows it by its digest. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Uploaded(Form form, boolean xlsx, byte[] bytes) {
  private static final byte[] ZIP = {'P', 'K'};

  static Uploaded of(@Nullable String key, @Nullable FileUpload table, Map<String, String> more) {
    byte[] bytes = read(table);
    MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
    more.forEach(sent::putSingle);
    if (key != null) {
      sent.putSingle(Form.KEY, key);
    }
    sent.putSingle("digest", digest(bytes));
    Form form = Form.of(sent);
    if (bytes.length == 0) {
      form.fault("table", Text.of("请选择一个文件", "choose a file"));
    }
    boolean zip = bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
    String name = table == null ? "" : table.fileName().toLowerCase(Locale.ROOT);
    if (bytes.length > 0 && !zip && name.endsWith(".xls")) {
      form.fault("table", Text.of("请另存为 XLSX 或 CSV", "save it as XLSX or CSV"));
    }
    return new Uploaded(form, zip, bytes);
  }

  static Uploaded of(@Nullable String key, @Nullable FileUpload table) {
    return of(key, table, Map.of());
  }

  private static byte[] read(@Nullable FileUpload table) {
    try {
      return table == null ? new byte[0] : Files.readAllBytes(table.uploadedFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
