package huice.entry.page.money;

import com.fasterxml.jackson.databind.JsonNode;
import huice.casework.money.RecoveryView;
import huice.entry.page.Option;
import huice.model.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is done on recoveries, in words. Stateless. */
final class RecoveryWords {
  static final List<Option> CHANNELS =
      List.of(
          Option.of("COUNTER", "本人到窗口", "at the counter"),
          Option.of("PHONE", "电话", "by phone"),
          Option.of("ONLINE", "网上", "online"),
          Option.of("REPRESENTATIVE", "由代理人", "by a representative"));
  static final List<Option> CAUSES =
      List.of(
          Option.of("OFFICE", "本机构的差错", "the office"),
          Option.of("APPLICANT", "申请人的差错", "the applicant"),
          Option.of("NEITHER", "谁都没有差错", "neither"));
  static final List<Option> CODES =
      Arrays.stream(RecoveryView.Code.values())
          .map(code -> Option.of(code.name(), code.label().zh(), code.label().en()))
          .toList();

  private static final Map<String, Text> KINDS =
      Map.of(
          "PROPOSED", Text.of("提出追回", "proposed"),
          "NOTICED", Text.of("告知本人", "told the person"),
          "ANSWERED", Text.of("本人答复", "the person answered"),
          "DECIDED", Text.of("决定追回", "decided"),
          "WRITTEN_OFF", Text.of("决定不追回", "written off"),
          "DROPPED", Text.of("撤回，不再办理", "withdrawn"),
          "REPAID", Text.of("还回一笔", "an instalment came back"));

  private RecoveryWords() {}

  /** Something that was done: what, when, and in which words. */
  record Line(Text what, LocalDate day, String text) {}

  static String mark(RecoveryView.State state) {
    return switch (state) {
      case PROPOSED, NOTICED -> "open";
      case DECIDED -> "bad";
      case SETTLED, WRITTEN_OFF -> "good";
      case DROPPED -> "quiet";
    };
  }

  static List<Line> acts(RecoveryView view) {
    return view.acts().stream().map(RecoveryWords::line).toList();
  }

  /** What the person said, in the person's words. */
  static List<Line> said(RecoveryView view) {
    return view.acts().stream()
        .filter(act -> act.kind().equals("ANSWERED"))
        .map(act -> new Line(how(act.content()), act.onDay(), act.content().path("text").asText()))
        .toList();
  }

  private static Text how(JsonNode content) {
    return label(CHANNELS, content.path("channel").asText());
  }

  private static Line line(RecoveryView.Done act) {
    JsonNode content = act.content();
    StringBuilder text = new StringBuilder(content.path("text").asText());
    add(text, "交给 ", content.path("to").asText());
    add(text, "经手 ", content.path("by").asText());
    add(text, "每月（元） ", content.path("monthly").asText());
    add(text, "金额（元） ", content.path("amount").asText());
    add(text, "", zh(CAUSES, content.path("cause").asText()));
    add(text, "", zh(CODES, content.path("code").asText()));
    add(text, "", zh(CHANNELS, content.path("channel").asText()));
    return new Line(
        KINDS.getOrDefault(act.kind(), Text.of("办理", "an act")), act.onDay(), text.toString());
  }

  private static void add(StringBuilder text, String before, String words) {
    if (!words.isEmpty()) {
      text.append(text.isEmpty() ? "" : "；").append(before).append(words);
    }
  }

  private static String zh(List<Option> options, String value) {
    return value.isEmpty() ? "" : label(options, value).zh();
  }

  private static Text label(List<Option> options, String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(Option::label)
        .findFirst()
        .orElse(Text.of("", ""));
  }
}
