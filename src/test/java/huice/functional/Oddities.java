package huice.functional;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What nobody should send: values, whole bodies, words of an address. */
final class Oddities {
  /** Stands in much of what is sent, and must stand in no refusal. */
  static final String MARK = "植入7Q值";

  /** Values in JSON's own writing. */
  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "3.5",
          "2147483648",
          "99999999999999999999999999999999",
          "-9223372036854775809",
          "1e400",
          "1e999999999",
          "-1e-999999999",
          "0.000000000000000000000000000000000001",
          "\"\"",
          "\" \"",
          "\"" + MARK + "\"",
          "\"9999-99-99\"",
          "\"2024-02-30\"",
          "\"2024-02-29\"",
          "\"2023-02-29\"",
          "\"2024-04-31\"",
          "\"9999-12-31\"",
          "\"0000-00-00\"",
          "\"0001-01-01\"",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01\"",
          "\"2024-13\"",
          "\"24:00\"",
          "\"1e999999999\"",
          "\"NaN\"",
          "\"\\u0000" + MARK + "\"",
          "\"" + MARK + "\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e" + MARK + "\\ufeff\"",
          "\"👩‍👩‍👧" + MARK + "\"",
          "\"" + MARK.repeat(40) + "\"",
          "\"" + MARK.repeat(900) + "\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"' or 1=1; drop table person; --\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"1-1-1-1-1\"",
          "{}",
          "[]",
          "[null]",
          "[\"" + MARK + "\"]",
          "{\"" + "a\":\"" + MARK + "\"}",
          "[".repeat(60) + "]".repeat(60),
          "{\"a\":".repeat(60) + "1" + "}".repeat(60));

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "1",
          "true",
          "\"" + MARK + "\"",
          "{",
          "{\"a\":}",
          "{\"a\":1,}",
          "{\"version\":NaN}",
          "{'a':1}",
          "{} {}",
          "{}" + MARK,
          "[{}]",
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"\":1}",
          "\ufeff{}",
          "{\"a\":1,\"a\":2}",
          "<x/>",
          "a=b&c=d");

  /** Words in an address, as they are written there. */
  static final List<String> WORDS =
      List.of(
          "",
          "x",
          "-1",
          "0",
          "99999999999999999999",
          "%00",
          "a%00" + "b",
          "%ff",
          "%ed%a0%80",
          "%E6%A4%8D%E5%85%A57Q%E5%80%BC",
          "9999-99-99",
          "2024-02-30",
          "9999-12-31",
          "1900-01-01",
          "%2B999999999-12-31",
          "-999999999-01-01",
          "true",
          "null",
          "%27%20or%201=1;--",
          "..",
          "%2e%2e%2f",
          "a;b=c",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "AAAAAAAA-AAAA-4AAA-AAAA-AAAAAAAAAAAA",
          "%25s%25n",
          "%E6%A4%8D%E5%85%A57Q%E5%80%BC".repeat(60),
          "x".repeat(2_000));

  private Oddities() {}

  static List<byte[]> bodies() {
    List<byte[]> all = new ArrayList<>();
    BODIES.forEach(body -> all.add(utf8(body)));
    all.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'});
    all.add(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'});
    all.add(new byte[] {'{', 0, '}'});
    all.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
    byte[] noise = new byte[500];
    new Random(1).nextBytes(noise);
    all.add(noise);
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
