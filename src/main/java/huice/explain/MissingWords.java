package huice.explain;

import huice.model.Dictionary;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Text;
import java.util.List;

/** What is missing as questions, with who may answer and what proves it. */
final class MissingWords {
  private final Language language;
  private final Places places;
  private final Facts facts;

  MissingWords(Dictionary dictionary, Language language, Outcome outcome) {
    this.language = language;
    this.places = new Places(dictionary, outcome);
    this.facts = new Facts(dictionary);
  }

  /** Everything that is missing, told once (R53), whatever months or conditions want it. */
  void missing(Page page, Outcome outcome) {
    if (outcome.missing().isEmpty()) {
      return;
    }
    page.heading(language.say("还需要的信息（一次告知）", "What is still needed, told once"));
    int number = 0;
    for (Missing missing : outcome.missing()) {
      number++;
      Text place = places.of(missing.fact());
      Text question = missing.question();
      page.item(
          2, number + ". ", language.say(place.zh() + question.zh(), place.en() + question.en()));
      page.raw(5, missing.fact());
      if (facts.list(missing.fact())) {
        page.line(
            5,
            language.say(
                "请列全，并写明到哪一天为止是全的（complete_to）",
                "List them all and say up to which day the list is complete (complete_to)"));
      }
      List<Text> sources = missing.sources().stream().map(Words::source).toList();
      if (!sources.isEmpty()) {
        page.line(
            5,
            language.say(
                "可由：" + String.join("、", sources.stream().map(Text::zh).toList()),
                "From: " + String.join(", ", sources.stream().map(Text::en).toList())));
      }
      if (!missing.proofs().isEmpty()) {
        String proofs = String.join("、", missing.proofs());
        page.line(5, language.say("证明材料：" + proofs, "Proof: " + proofs));
      }
    }
  }
}
