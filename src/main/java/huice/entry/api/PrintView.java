package huice.entry.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import huice.casework.Erasure;
import huice.casework.Person;
import huice.casework.Prints;
import huice.casework.money.MoneyHeld;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is held about a person, unmasked, for that person (R54). */
@Schema(name = "Print")
public record PrintView(
    Person person,
    @Schema(description = "号码全文，只供本人。 The whole number, for the person only.")
        @Nullable String number,
    List<StatementView> facts,
    List<Prints.Applied> applications,
    @Schema(description = "本机构欠您的服务。 What the office owes you.") List<Prints.Service> services,
    List<Erasure.Hold> holds,
    @Schema(description = "收款账户（末四位）、待遇、支付和追回。 Accounts masked, awards, payments, recoveries.")
        MoneyHeld.Held money,
    @Schema(description = "谁看过。 Who read it.") List<ActView> reads,
    @Schema(description = "办理过什么。 What was done.") List<ActView> acts) {

  /** An entry of the log about the person. */
  @Schema(name = "LogAct")
  public record ActView(
      Instant at,
      String kind,
      @Nullable String account,
      @Schema(implementation = Object.class) @JsonRawValue @Nullable String content) {}

  static PrintView of(Prints.Print print, MoneyHeld.Held money) {
    return new PrintView(
        print.person(),
        print.number(),
        print.facts().stream().map(StatementView::of).toList(),
        print.applications(),
        print.services(),
        print.holds(),
        money,
        acts(print.reads()),
        acts(print.acts()));
  }

  private static List<ActView> acts(List<Prints.Act> acts) {
    return acts.stream()
        .map(act -> new ActView(act.at(), act.kind(), act.account(), act.content()))
        .toList();
  }
}
