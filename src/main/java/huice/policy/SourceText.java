package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published text of a pack, against which quotes are checked. {@code words} is null where no
 * text is at hand; {@code checkable} is false where it should be and could not be read.
 */
record SourceText(@Nullable String words, boolean checkable) {

  static SourceText read(
      @Nullable Section policy, String folder, List<SourceFile> files, Problems problems) {
    List<SourceFile> texts = files.stream().filter(f -> f.ending().equals(".txt")).toList();
    if (policy == null) {
      return new SourceText(null, false);
    }
    Section text = policy.section("text");
    if (text == null) {
      boolean told = policy.has("text");
      if (!told) {
        texts.forEach(f -> unnamed(f, policy));
      }
      return new SourceText(null, !told);
    }
    text.known("file", "sha256");
    String name = text.required("file");
    String sum = text.required("sha256");
    Optional<SourceFile> file =
        texts.stream().filter(f -> f.path().equals(folder + name)).findFirst();
    texts.stream().filter(f -> !f.path().equals(folder + name)).forEach(f -> unnamed(f, policy));
    if (file.isEmpty()) {
      if (!name.isEmpty()) {
        text.problems()
            .add(
                text.line("file"),
                say("没有「%s」这个文件", "there is no file \"%s\"", shown(name)),
                say("请把公布的文本放在 %s", "put the published text into %s", folder + "source.txt"));
      }
      return new SourceText(null, false);
    }
    return decoded(file.get(), sum, text, problems.in(file.get().path()));
  }

  private static SourceText decoded(SourceFile file, String sum, Section text, Problems problems) {
    if (!file.read()) {
      return new SourceText(null, false);
    }
    String actual = SourceFiles.digest(file.bytes());
    if (!sum.isEmpty() && !sum.equalsIgnoreCase(actual)) {
      text.problems()
          .add(
              text.line("sha256"),
              Text.of("校验值与文本不符", "the checksum does not match the text"),
              say("文本没有改过就写 %s", "if the text is right, write %s", actual));
    }
    Decoding decoding = Decoding.of(file.bytes());
    problems.addAll(decoding.faults());
    problems.noticeAll(decoding.notices());
    String words = decoding.text();
    return words == null ? new SourceText(null, false) : new SourceText(squeezed(words), true);
  }

  private static void unnamed(SourceFile file, Section policy) {
    policy
        .problems()
        .add(
            policy.line(),
            say("没有写明文本 %s 的校验值", "%s has no checksum", file.name()),
            say(
                "请写 text: {file: %s, sha256: %s}",
                "write text: {file: %s, sha256: %s}",
                file.name(),
                SourceFiles.digest(file.bytes())));
  }

  /** Whether the pieces of a quote, joined by …, stand in the text in this order. */
  boolean holds(String quote) {
    String text = words == null ? "" : words;
    int from = 0;
    boolean any = false;
    for (String piece : quote.split("…+|\\.{3,}")) {
      String squeezed = squeezed(piece);
      if (squeezed.isEmpty()) {
        continue;
      }
      any = true;
      int at = text.indexOf(squeezed, from);
      if (at < 0) {
        return false;
      }
      from = at + squeezed.length();
    }
    return any;
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", "");
  }
}
