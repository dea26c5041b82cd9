package huice.engine;

import huice.engine.Vocabulary.Entry;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The sentences of a vocabulary, each with the first line of the rules that uses it. */
final class SentenceList {
  private final Map<Entry, Sentence.Example> examples = new IdentityHashMap<>();
  private String file = "";

  private SentenceList() {}

  static List<Sentence> of(Release release) {
    return new SentenceList().read(release);
  }

  private List<Sentence> read(Release release) {
    Vocabulary vocabulary = Vocabulary.read(release.vocabulary(), new ArrayList<>());
    Vocabulary telling = vocabulary.telling(this::used);
    for (RuleText rule : release.rules()) {
      file = rule.file();
      if (rule.form() == RuleText.Form.SENTENCES) {
        Sentences.expand(telling, rule, new Faults(file, new ArrayList<>()));
      }
    }
    for (Table table : release.tables()) {
      file = table.file();
      TableExpander.expand(telling, table, new Faults(file, new ArrayList<>()));
    }
    return vocabulary.entries().stream().map(this::sentence).toList();
  }

  private void used(Entry entry, String line) {
    examples.putIfAbsent(entry, new Sentence.Example(line, file));
  }

  private Sentence sentence(Entry entry) {
    String scope =
        switch (entry.scope()) {
          case KEYWORD -> "keyword";
          case CONDITION -> "condition";
          case CONSEQUENCE -> "consequence";
          case ANY -> "*";
        };
    return new Sentence(scope, entry.key(), entry.value(), entry.line(), examples.get(entry));
  }
}
