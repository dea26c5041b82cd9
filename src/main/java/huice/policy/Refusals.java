package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses what the dictionary never holds, in ids and in words of either language. */
record Refusals(NeverBuilt never, Problems problems) {
  private static final Text DELETE =
      Text.of(
          "请删去：本系统不记录也不读取这类信息（R24）", "delete it: nothing of this kind is recorded or read (R24)");

  /** Checks an id and the texts that go with it; at most one problem. False when refused. */
  boolean check(int line, String id, Text... texts) {
    Optional<NeverBuilt.Hit> hit = never.refused(id);
    for (int i = 0; i < texts.length && hit.isEmpty(); i++) {
      hit = never.refused(texts[i].zh());
      if (hit.isEmpty()) {
        hit = never.refused(texts[i].en());
      }
    }
    hit.ifPresent(
        h ->
            problems.add(
                line,
                say(
                    "字典里不能有「%1$s」（%2$s）",
                    "the dictionary cannot hold \"%1$s\" (%3$s)",
                    h.word(),
                    h.name(),
                    h.attribute()),
                DELETE));
    return hit.isEmpty();
  }

  /** A fact that is about a protected attribute must say so. */
  void attribute(int line, String id, Text label, @Nullable String declared) {
    Optional<NeverBuilt.Hit> hit =
        never
            .attribute(id)
            .or(() -> never.attribute(label.zh()))
            .or(() -> never.attribute(label.en()));
    if (hit.isPresent() && declared == null) {
      problems.add(
          line,
          say(
              "「%1$s」属于受保护的特征（%2$s），却没有标明",
              "\"%1$s\" is about a protected attribute (%3$s) and does not say so",
              hit.get().word(),
              hit.get().name(),
              hit.get().attribute()),
          say(
              "请加一行「protected: %s」并在 protected.yaml 登记依据，或删去",
              "add \"protected: %s\" and register its legal ground in protected.yaml, or delete it",
              hit.get().attribute()));
    }
  }
}
