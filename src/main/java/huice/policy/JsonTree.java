package huice.policy;

import static huice.policy.Words.say;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import huice.model.Text;
import huice.policy.Tree.Scalar.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON text, read token by token; numbers keep their digits. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Trees.DEPTH)
                  .maxNumberLength(64)
                  .maxStringLength(10_000)
                  .maxNameLength(256)
                  .build())
          .build();

  private final JsonParser parser;
  private final List<CaseFault> faults = new ArrayList<>();
  private int nodes;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  static Trees.Parsed parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonTree(parser).document();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private Trees.Parsed document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        return Trees.Parsed.fault(
            new CaseFault(
                "",
                1,
                Text.of("内容是空的", "the content is empty"),
                Text.of("请写一个个案", "write a case")));
      }
      Tree tree = node(Where.ROOT);
      if (parser.nextToken() != null) {
        faults.add(
            new CaseFault(
                "",
                line(),
                Text.of("结尾之后还有内容", "there is more after the end"),
                Text.of("请只写一个个案", "write one case only")));
      }
      return new Trees.Parsed(tree, faults, List.of(), false);
    } catch (StreamConstraintsException e) {
      faults.add(
          new CaseFault(
              pointer(),
              line(e),
              Text.of("嵌套太深，或者有太长的数字或文字", "nested too deep, or a number or text is too long"),
              Text.of("请改短", "shorten it")));
    } catch (JsonProcessingException e) {
      faults.add(
          new CaseFault(
              pointer(),
              line(e),
              say("JSON 写法不对：%s", "not well-formed JSON: %s", Words.shown(e.getOriginalMessage())),
              Text.of("请检查这里的引号、逗号和括号", "check quotes, commas and brackets here")));
    }
    return new Trees.Parsed(null, faults, List.of(), false);
  }

  private Tree node(Where where) throws IOException {
    if (++nodes > Trees.NODES) {
      throw new StreamConstraintsException("too many values", parser.currentLocation());
    }
    int line = line();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(where, line);
      case START_ARRAY -> sequence(where, line);
      case VALUE_STRING -> new Tree.Scalar(parser.getText(), Form.QUOTED, line);
      case VALUE_TRUE, VALUE_FALSE -> new Tree.Scalar(parser.getText(), Form.TRUTH, line);
      case VALUE_NULL -> new Tree.Scalar("", Form.NOTHING, line);
      default -> new Tree.Scalar(parser.getText(), Form.NUMBER, line);
    };
  }

  private Tree mapping(Where where, int line) throws IOException {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      Tree value = node(where.at(key));
      if (entries.putIfAbsent(key, new Tree.Entry(key, keyLine, value)) != null) {
        faults.add(Trees.twice(where.at(key).pointer(), keyLine, key));
      }
    }
    return new Tree.Mapping(entries, line);
  }

  private Tree sequence(Where where, int line) throws IOException {
    List<Tree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(where.at(items.size())));
    }
    return new Tree.Sequence(items, line);
  }

  private String pointer() {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static int line(JsonProcessingException error) {
    return error.getLocation() == null ? 0 : error.getLocation().getLineNr();
  }
}
