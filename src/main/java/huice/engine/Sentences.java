package huice.engine;

import huice.engine.Vocabulary.Match;
import huice.engine.Vocabulary.Scope;
import huice.model.RuleText;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a rule file in sentences into restricted DRL, line for line. */
final class Sentences {
  private static final int LONGEST_LINE = 500;

  private enum Part {
    OUTSIDE,
    HEAD,
    WHEN,
    THEN
  }

  private final Vocabulary vocabulary;
  private final RuleText text;
  private final Faults faults;
  private final List<String> drl = new ArrayList<>();
  private final List<Expansion.Origin> origins = new ArrayList<>();
  private Part part = Part.OUTSIDE;

  private Sentences(Vocabulary vocabulary, RuleText text, Faults faults) {
    this.vocabulary = vocabulary;
    this.text = text;
    this.faults = faults;
  }

  static Expansion expand(Vocabulary vocabulary, RuleText text, Faults faults) {
    Sentences sentences = new Sentences(vocabulary, text, faults);
    for (int i = 0; i < text.lines().size(); i++) {
      sentences.line(text.lines().get(i).strip(), i + 1);
    }
    if (sentences.part != Part.OUTSIDE) {
      faults.add(
          text.lines().size(), "规则没有结束", "the rule does not end", "最后一行写“完”", "close it with 完");
    }
    return new Expansion(String.join("\n", sentences.drl) + "\n", sentences.origins);
  }

  private void line(String line, int number) {
    if (line.isEmpty() || line.startsWith("//") || line.startsWith("#")) {
      put("", new Expansion.Origin(number, line, null, List.of()));
    } else if (line.length() > LONGEST_LINE) {
      faults.add(
          number,
          "这一行超过 " + LONGEST_LINE + " 个字",
          "this line has more than " + LONGEST_LINE + " characters",
          "一行只写一句话",
          "write one sentence a line");
      put("", new Expansion.Origin(number, "", null, List.of()));
    } else if (!keyword(line, number)) {
      sentence(line, number);
    }
  }

  private boolean keyword(String line, int number) {
    Optional<Match> match = vocabulary.match(line, Scope.KEYWORD);
    if (match.isEmpty()) {
      return false;
    }
    String expansion = match.get().expansion();
    Part next = next(expansion);
    if (!follows(next, expansion)) {
      faults.add(
          number,
          "“" + line + "”不在它应在的位置",
          "\"" + line + "\" is out of place",
          "顺序是：规则、（类别、对象、条款、施行）、当、则、完",
          "the order is 规则, (类别, 对象, 条款, 施行), 当, 则, 完");
    }
    part = next;
    put(
        expansion,
        new Expansion.Origin(
            number, line, match.get().entry(), List.copyOf(match.get().caught().values())));
    return true;
  }

  private Part next(String expansion) {
    if (expansion.startsWith("rule ")) {
      return Part.HEAD;
    }
    return switch (expansion) {
      case "when" -> Part.WHEN;
      case "then" -> Part.THEN;
      case "end" -> Part.OUTSIDE;
      default -> Part.HEAD;
    };
  }

  private boolean follows(Part next, String expansion) {
    return switch (next) {
      case HEAD -> expansion.startsWith("rule ") ? part == Part.OUTSIDE : part == Part.HEAD;
      case WHEN -> part == Part.HEAD;
      case THEN -> part == Part.WHEN;
      case OUTSIDE -> part == Part.THEN;
    };
  }

  private void sentence(String line, int number) {
    Scope scope =
        part == Part.WHEN ? Scope.CONDITION : part == Part.THEN ? Scope.CONSEQUENCE : Scope.KEYWORD;
    StringBuilder expansion = new StringBuilder();
    String rest = line;
    for (int depth = 0; depth < 3; depth++) {
      Optional<Match> match = vocabulary.match(rest, scope);
      if (match.isEmpty()) {
        break;
      }
      String prefix = match.get().entry().prefix();
      if (prefix.isEmpty()) {
        put(
            expansion + match.get().expansion(),
            new Expansion.Origin(
                number,
                rest.replaceFirst("[。；，.\\s]+$", ""),
                match.get().entry(),
                List.copyOf(match.get().caught().values())));
        return;
      }
      expansion.append(prefix).append(' ');
      rest = match.get().caught().values().iterator().next();
    }
    unknown(rest, number, scope);
    put("", new Expansion.Origin(number, rest, null, List.of()));
  }

  private void unknown(String line, int number, Scope scope) {
    List<String> near = vocabulary.nearest(line, scope);
    Text instead =
        near.isEmpty()
            ? Text.of(
                "可用的句子见 ./huice vocabulary", "see ./huice vocabulary for the sentences there are")
            : Text.of(
                "是否想写「" + String.join("」或「", near) + "」？",
                "did you mean \"" + String.join("\" or \"", near) + "\"?");
    faults.add(
        number,
        Text.of("没有这样的句子「" + line + "」", "there is no such sentence \"" + line + "\""),
        instead);
  }

  private void put(String drlLine, Expansion.Origin origin) {
    drl.add(drlLine);
    origins.add(origin);
  }
}
