package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: UTF-8 with or without a mark, GB18030 with a notice (the default of Excel
 * here); everything else is a fault. {@code text} is null exactly when there is a fault.
 */
record Decoding(@Nullable String text, List<CaseFault> faults, List<CaseFault> notices) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Text SAVE =
      Text.of("请在编辑器里另存为 UTF-8 文本", "save it as UTF-8 text in your editor");

  static Decoding of(byte[] bytes) {
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
      return fault(0, Text.of("文件是 UTF-16 编码", "the file is in UTF-16"), SAVE);
    }
    for (byte b : bytes) {
      if (b == 0) {
        Text what = Text.of("文件像是二进制或 UTF-16 编码", "the file looks like binary or UTF-16");
        return fault(0, what, SAVE);
      }
    }
    int start = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
    String utf8 = strict(content.duplicate(), StandardCharsets.UTF_8);
    if (utf8 != null) {
      return checked(utf8, List.of());
    }
    return notUtf8(content);
  }

  private static Decoding notUtf8(ByteBuffer content) {
    Utf8Scan scan = Utf8Scan.of(content.duplicate());
    if (scan.valid() >= 2 * scan.malformed()) {
      return fault(
          scan.line(),
          Text.of("这里的 UTF-8 文本损坏了，可能没有存完", "the UTF-8 text is damaged here, perhaps half-saved"),
          Text.of("请重新保存这个文件", "save the file again"));
    }
    String gb = strict(content.duplicate(), GB18030);
    if (gb == null || !plausible(gb)) {
      return fault(
          0,
          Text.of("文件既不是 UTF-8 也不是 GB18030 文本", "the file is neither UTF-8 nor GB18030 text"),
          SAVE);
    }
    CaseFault notice =
        new CaseFault(
            "",
            0,
            Text.of("文件是 GB18030 编码，已照读", "the file is in GB18030 and was read as such"),
            SAVE);
    return checked(gb, List.of(notice));
  }

  private static Decoding checked(String text, List<CaseFault> notices) {
    Optional<CaseFault> fault = fault(text);
    return new Decoding(fault.isEmpty() ? text : null, fault.stream().toList(), notices);
  }

  /** The first character that a text of an officer cannot hold. */
  static Optional<CaseFault> fault(String text) {
    List<CaseFault> faults = new ArrayList<>();
    int line = 1;
    for (int i = 0; i < text.length() && faults.isEmpty(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (control(c)) {
        faults.add(
            new CaseFault(
                "",
                line,
                say(
                    "含有控制字符 U+%04X，像是二进制",
                    "holds the control character U+%04X, like a binary", (int) c),
                SAVE));
      } else if (hiding(c)) {
        faults.add(
            new CaseFault(
                "",
                line,
                say("含有看不见的字符 U+%04X", "holds the invisible character U+%04X", (int) c),
                Text.of("请删去它", "delete it")));
      }
    }
    return faults.stream().findFirst();
  }

  private static boolean control(char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0x7F && c < 0xA0)
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  /** Characters that make a text read otherwise than it is (overrides of direction, no width). */
  private static boolean hiding(char c) {
    return (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200B
        || c == 0x2060
        || c == 0xFEFF;
  }

  private static boolean plausible(String text) {
    boolean han = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int type = Character.getType(c);
      if (type == Character.PRIVATE_USE || type == Character.UNASSIGNED) {
        return false;
      }
      han |= Character.isIdeographic(c);
    }
    return han;
  }

  private static @Nullable String strict(ByteBuffer bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Decoding fault(int line, Text what, Text instead) {
    return new Decoding(null, List.of(new CaseFault("", line, what, instead)), List.of());
  }

  /** How much of a text that is not UTF-8 would be, and where it first is not. */
  private record Utf8Scan(int valid, int malformed, int line) {

    static Utf8Scan of(ByteBuffer bytes) {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      CharBuffer out = CharBuffer.allocate(bytes.remaining() + 1);
      int malformed = 0;
      int first = 0;
      while (true) {
        CoderResult result = decoder.decode(bytes, out, true);
        if (!result.isError()) {
          break;
        }
        malformed++;
        if (malformed == 1) {
          first = lines(out.array(), out.position());
        }
        bytes.position(bytes.position() + result.length());
      }
      int valid = 0;
      for (int i = 0; i < out.position(); i++) {
        valid += out.get(i) > 0x7F ? 1 : 0;
      }
      return new Utf8Scan(valid, malformed, first);
    }

    private static int lines(char[] text, int end) {
      int line = 1;
      for (int i = 0; i < end; i++) {
        line += text[i] == '\n' ? 1 : 0;
      }
      return line;
    }
  }
}
