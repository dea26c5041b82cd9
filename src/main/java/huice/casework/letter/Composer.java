package huice.casework.letter;

import huice.casework.decision.Act;
import huice.casework.letter.Sheet.Block;
import huice.casework.letter.Sheet.Grid;
import huice.casework.letter.Sheet.Paragraph;
import huice.casework.letter.Sheet.Point;
import huice.casework.letter.Sheet.Points;
import huice.casework.letter.Sheet.Section;
import huice.casework.letter.Sheet.Strong;
import huice.explain.Language;
import huice.model.Result;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a letter together: which sections it has, in which order. One letter each. */
final class Composer {
  private final Material of;
  private final LetterTexts words;
  private final Reasoned reasoned;
  private final ApplicationRow row;
  private final List<Section> sections = new ArrayList<>();

  private Composer(Material of, LetterTexts words) {
    this.of = of;
    this.words = words;
    this.reasoned = new Reasoned(words);
    this.row = of.dossier().row();
  }

  /** {@code scheme}: the scheme's title in the letter's language. */
  static Sheet compose(Material of, LetterTexts words, String scheme) {
    return new Composer(of, words).sheet(scheme);
  }

  private Sheet sheet(String scheme) {
    opening(scheme);
    switch (of.kind()) {
      case PROPOSAL -> {
        substance();
        comment();
      }
      case DECISION -> {
        substance();
        objection();
      }
      case REVIEW -> {
        review();
        substance();
        section("objection.heading", new Paragraph(words.say("objection.court")));
      }
      case MISSING -> missing();
      case OVERDUE ->
          section(
              "objection.heading",
              new Paragraph(words.say("objection.silence", "office", row.office())));
    }
    return new Sheet(
        words.say("lang"), words.say("dir"), words.say(title()), head(scheme), sections, foot());
  }

  private String title() {
    return "title." + of.kind() + (of.notOpened() ? ".not-opened" : "");
  }

  private List<List<String>> head(String scheme) {
    List<List<String>> head = new ArrayList<>();
    String name = of.to().name();
    String to = name == null ? words.say("head.applicant") : name;
    String number = of.to().number();
    put(
        head,
        "head.to",
        number == null ? to : words.say("head.to.number", "name", to, "number", number));
    put(head, "head.scheme", scheme);
    if (of.told() != null && !of.told().subject().isBlank() && row.subject() != null) {
      put(head, "head.subject", of.told().subject());
    }
    put(head, "head.applied", words.date(row.appliedOn()));
    put(head, "head.receipt", of.dossier().view().application().receipt());
    if (row.from() != null && row.to() != null) {
      put(head, "head.months", words.say("head.months.value", "from", row.from(), "to", row.to()));
    }
    if (row.claimed() != null) {
      put(head, "head.claimed", words.money(row.claimed()));
    }
    put(head, "head.office", row.office());
    put(head, "head.date", words.date(of.today()));
    return head;
  }

  private void put(List<List<String>> head, String key, String value) {
    head.add(List.of(words.say(key), value));
  }

  private void opening(String scheme) {
    List<Block> blocks = new ArrayList<>();
    if (of.reader() != null) {
      blocks.add(new Paragraph(words.say("read-out", "reader", of.reader())));
    }
    blocks.add(
        new Paragraph(
            words.say(
                "opening." + variant(),
                "scheme",
                scheme,
                "applied",
                words.date(row.appliedOn()),
                "due",
                words.date(row.dueOn()))));
    if (of.kind() == LetterKind.PROPOSAL && of.dossier().view().inEffect() != null) {
      blocks.add(new Paragraph(words.say("opening.PROPOSAL.less")));
    }
    sections.add(new Section("", blocks));
  }

  private String variant() {
    return switch (of.kind()) {
      case PROPOSAL -> of.notOpened() ? "PROPOSAL.not-opened" : "PROPOSAL";
      case DECISION -> of.notOpened() ? "not-opened" : of.made().adverse() ? "refused" : "granted";
      case REVIEW -> of.made().kind().equals("review") ? "review-granted" : "upheld";
      case MISSING -> "MISSING";
      case OVERDUE -> "OVERDUE";
    };
  }

  /** Result, reasons, arithmetic, what is not granted, data: all from the decision's record. */
  private void substance() {
    DecisionRow made = of.made();
    result(made);
    if (of.notOpened()) {
      section(
          "refusal.heading", new Paragraph(why(made)), new Paragraph(words.say("refusal.note")));
      return;
    }
    if (of.byPerson() && of.kind() != LetterKind.REVIEW) {
      person(made);
    }
    old(made);
    reasoned.conditions(of.found(), sections);
    reasoned.sum(of.found(), sections);
    reasoned.months(of.found(), sections);
    less(made);
    reasoned.change(of.found(), sections);
    reasoned.data(of.found(), sections);
  }

  private void result(DecisionRow made) {
    List<Block> blocks = new ArrayList<>();
    boolean less = made.adverse() && made.result().equals(Result.ELIGIBLE.name());
    blocks.add(new Strong(words.say("result." + made.result() + (less ? ".less" : ""))));
    if (made.amount() != null && favourable(made)) {
      blocks.add(new Strong(words.say("result.sum", "amount", words.money(made.amount()))));
    }
    if (!made.payable() && !of.notOpened()) {
      blocks.add(new Paragraph(words.say("result.indicative")));
    }
    if (!of.notOpened()) {
      of.found().notes().forEach(note -> blocks.add(new Paragraph(note)));
    }
    sections.add(new Section(words.say("result.heading"), blocks));
  }

  private static boolean favourable(DecisionRow made) {
    return !made.result().equals("NOT_OPENED") && Result.valueOf(made.result()).favourable();
  }

  private void person(DecisionRow made) {
    section(
        "person.heading",
        new Paragraph(
            words.say(
                "person.intro",
                "who",
                of.who(),
                "rules",
                words.say("short." + of.found().result()))),
        new Paragraph(why(made)));
  }

  /** A code in words, with what was written. */
  private String why(DecisionRow made) {
    String text = made.reason() == null ? "" : made.reason();
    return made.code() == null
        ? text
        : words.say("person.why", "code", words.say("code." + made.code()), "text", text);
  }

  /** Old and new side by side (R33). */
  private void old(DecisionRow made) {
    Material.Before before = of.before();
    if (before == null) {
      return;
    }
    DecisionRow old = before.decision();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Grid(
            List.of(words.say("old.what"), words.say("old.before"), words.say("old.now")),
            List.of(
                List.of(
                    words.say("old.result"),
                    words.say("short." + old.result()),
                    words.say("short." + made.result())),
                List.of(words.say("old.sum"), sum(old), sum(made)),
                List.of(words.say("old.on"), words.date(old.on()), words.date(made.on())))));
    if (!before.differences().isEmpty()) {
      blocks.add(new Paragraph(words.say("old.intro")));
      blocks.add(
          new Points(
              before.differences().stream().map(d -> new Point(say(d), List.of())).toList()));
    }
    sections.add(new Section(words.say("old.heading"), blocks));
  }

  private String say(Text text) {
    return language(words).say(text);
  }

  /** What officers and the dictionary wrote is there in Chinese and English. */
  static Language language(LetterTexts words) {
    return words.code().equals(LetterTexts.FIRST) ? Language.ZH : Language.EN;
  }

  private String sum(DecisionRow row) {
    BigDecimal amount = row.amount();
    return amount == null || !favourable(row) ? words.say("old.none") : words.money(amount);
  }

  private void less(DecisionRow made) {
    List<Point> points = new ArrayList<>();
    BigDecimal claimed = row.claimed();
    BigDecimal granted = favourable(made) ? made.amount() : BigDecimal.ZERO.setScale(2);
    if (claimed != null && granted != null && granted.compareTo(claimed) < 0) {
      points.add(
          new Point(
              words.say(
                  "less.claimed",
                  "claimed",
                  words.money(claimed),
                  "granted",
                  words.money(granted),
                  "less",
                  words.money(claimed.subtract(granted))),
              List.of()));
    }
    reasoned.lost(of.found(), points);
    if (!points.isEmpty()) {
      section("less.heading", new Points(points));
    }
  }

  private void review() {
    List<Block> blocks = new ArrayList<>();
    for (String text : Acts.said(of.dossier().view(), Act.OBJECT)) {
      blocks.add(new Paragraph(words.say("review.objection", "text", text)));
    }
    DecisionRow made = of.made();
    String why =
        made.kind().equals("review")
            ? why(made)
            : String.join(" ", Acts.said(of.dossier().view(), Act.REVIEW));
    blocks.add(new Paragraph(words.say("review.why", "text", why)));
    blocks.add(new Paragraph(words.say("review.by", "who", of.decider())));
    sections.add(new Section(words.say("review.heading"), blocks));
  }

  private void missing() {
    reasoned.missing(of.found(), sections);
    section(
        "missing.then.heading",
        new Paragraph(words.say("missing.then")),
        new Paragraph(words.say("missing.then.closed")));
    reasoned.data(of.found(), sections);
  }

  private void comment() {
    LocalDate until = of.dossier().view().commentUntil();
    section(
        "comment.heading",
        new Paragraph(
            until == null
                ? words.say("comment.days", "days", of.periods().comment())
                : words.say("comment.until", "date", words.date(until))),
        new Paragraph(words.say("comment.silence")));
  }

  /** To whom and by when; counted from delivery (R40). */
  private void objection() {
    LocalDate until = of.dossier().view().objectUntil();
    section(
        "objection.heading",
        new Paragraph(
            until == null
                ? words.say(
                    "objection.days", "days", of.periods().objection(), "office", row.office())
                : words.say("objection.until", "date", words.date(until), "office", row.office())),
        new Paragraph(words.say("objection.reviewer")),
        new Paragraph(words.say("objection.holds")),
        new Paragraph(words.say("objection.court")));
  }

  private void section(String heading, Block... blocks) {
    sections.add(new Section(words.say(heading), List.of(blocks)));
  }

  private List<String> foot() {
    List<String> foot = new ArrayList<>();
    foot.add(words.say("foot.office", "office", row.office()));
    @Nullable DecisionRow made = of.decision();
    if (of.kind() == LetterKind.DECISION && made != null && made.automatic()) {
      foot.add(words.say("foot.by.automatic"));
    } else {
      boolean decided = of.kind() == LetterKind.DECISION || of.kind() == LetterKind.REVIEW;
      foot.add(words.say("foot.by." + of.kind(), "who", decided ? of.decider() : of.who()));
    }
    foot.add(words.date(of.today()));
    return foot;
  }
}
