package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class YamlProblemsTest {
  private static Trees.Parsed yaml(String text) {
    return Trees.yaml(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Trees.Parsed json(String text) {
    return Trees.json(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void only(Trees.Parsed parsed, String pointer, int line, String says) {
    assertThat(parsed.faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.pointer()).isEqualTo(pointer);
              assertThat(f.line()).isEqualTo(line);
              assertThat(f.message()).contains(says);
            });
  }

  @Test
  void valuesKeepWhatWasWritten() {
    Tree.Mapping map =
        (Tree.Mapping) yaml("a: 2/3\nb: 1890.00\nc: '007'\nd: 2024-02-30\non: yes\ne:\n").tree();
    assertThat(map.get("a")).isEqualTo(new Tree.Scalar("2/3", Tree.Scalar.Form.PLAIN, 1));
    assertThat(map.get("b")).isEqualTo(new Tree.Scalar("1890.00", Tree.Scalar.Form.PLAIN, 2));
    assertThat(map.get("c")).isEqualTo(new Tree.Scalar("007", Tree.Scalar.Form.QUOTED, 3));
    assertThat(map.get("on")).isEqualTo(new Tree.Scalar("yes", Tree.Scalar.Form.PLAIN, 5));
    assertThat(map.get("e").nothing()).isTrue();
  }

  @Test
  void questionsMayEndInAQuestionMark() {
    assertThat(yaml("q: {zh: 哪天？, en: Which day?}").faults()).isEmpty();
  }

  @Test
  void aKeyWrittenTwiceIsRefused() {
    only(yaml("a:\n  b: 1\n  b: 2\n"), "/a/b", 3, "「b」写了两次");
    only(json("{\"a\":{\n\"b\":1,\n\"b\":2}}"), "/a/b", 3, "「b」写了两次");
  }

  @Test
  void anchorsAliasesAndTagsAreRefused() {
    only(yaml("a: &x 1\n"), "/a", 1, "锚点");
    only(yaml("a: 1\nb: *x\n"), "/b", 2, "锚点");
    only(yaml("a: !!java.net.URL x\n"), "/a", 1, "标记");
    only(yaml("a: !x {b: 1}\n"), "/a", 1, "标记");
  }

  @Test
  void secondDocumentsAreRefused() {
    only(yaml("a: 1\n---\nb: 2\n"), "", 2, "两份文档");
  }

  @Test
  void depthAndNumberOfValuesAreLimited() {
    assertThat(yaml("[".repeat(100_000)).faults()).singleElement().asString().contains("嵌套超过");
    assertThat(yaml("- 1\n".repeat(300_000)).faults()).singleElement().asString().contains("内容超过");
    assertThat(json("[".repeat(100_000)).faults()).singleElement().asString().contains("嵌套太深");
    assertThat(json("[" + "1,".repeat(300_000) + "1]").faults()).hasSize(1);
  }

  @Test
  void brokenTextsAreToldByLine() {
    only(yaml("a: 1\nb: \"x\n"), "", 2, "引号没有写完");
    only(yaml("a:\n\tb: 1\n"), "", 2, "制表符");
    only(yaml("a: {b: 1\n"), "", 1, "括号没有写完");
    only(yaml("a: b: c\n"), "", 1, "冒号的位置不对");
    only(json("{\"a\": 1,}"), "/a", 1, "JSON 写法不对");
    only(json("{\"a\": {\"b\": x}}"), "/a/b", 1, "JSON 写法不对");
    only(json("{} {}"), "", 1, "结尾之后还有内容");
    only(json(""), "", 1, "内容是空的");
  }

  @Test
  void jsonKeepsTheDigitsOfItsNumbers() {
    Tree.Mapping map =
        (Tree.Mapping) json("{\"a\": 0.10, \"b\": 1e2, \"c\": null, \"d\": true}").tree();
    assertThat(map.get("a")).isEqualTo(new Tree.Scalar("0.10", Tree.Scalar.Form.NUMBER, 1));
    assertThat(map.get("b")).isEqualTo(new Tree.Scalar("1e2", Tree.Scalar.Form.NUMBER, 1));
    assertThat(map.get("c").nothing()).isTrue();
  }

  @Test
  void jsonOverTheLimitSaysSo() {
    assertThat(Trees.json(new byte[Trees.LIMIT + 1]).tooLarge()).isTrue();
  }
}
