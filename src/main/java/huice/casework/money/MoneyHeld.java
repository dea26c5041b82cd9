package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Payees;
import huice.casework.Visit;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.LedgerTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is held about a person's money, for the person's own access (R54); its reading is noted by
 * the print that it is part of. Thread-safe.
 */
@ApplicationScoped
public class MoneyHeld {
  private final BankAccounts accounts;
  private final DueTable dues;
  private final LedgerTable ledger;
  private final RecoveryBook recoveries;
  private final Awards awards;
  private final Payees payees;

  MoneyHeld(
      BankAccounts accounts,
      DueTable dues,
      LedgerTable ledger,
      RecoveryBook recoveries,
      Awards awards,
      Payees payees) {
    this.accounts = accounts;
    this.dues = dues;
    this.ledger = ledger;
    this.recoveries = recoveries;
    this.awards = awards;
    this.payees = payees;
  }

  /** Something granted that was claimed; {@code ended}: it is no longer to be paid. */
  @Schema(name = "HeldClaim")
  public record Claimed(
      Text scheme,
      String period,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      LocalDate filedOn,
      boolean ended) {}

  /** A line of the ledger; {@code kind}: paid, taken back, repaid or written off. */
  @Schema(name = "HeldPayment")
  public record Moved(
      String kind,
      Text kindText,
      Text scheme,
      String period,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      LocalDate on) {}

  /** Everything: accounts by their last four digits. */
  @Schema(name = "MoneyHeld")
  public record Held(
      List<BankAccounts.Shown> accounts,
      List<Claimed> awards,
      List<Moved> payments,
      List<RecoveryView> recoveries) {
    public Held {
      accounts = List.copyOf(accounts);
      awards = List.copyOf(awards);
      payments = List.copyOf(payments);
      recoveries = List.copyOf(recoveries);
    }
  }

  private static final Map<String, Text> KINDS =
      Map.of(
          LedgerTable.PAID,
          Text.of("已付", "paid"),
          LedgerTable.TAKEN_BACK,
          Text.of("银行退回", "taken back by the bank"),
          "repaid",
          Text.of("已还回", "repaid"),
          "written-off",
          Text.of("不追回", "written off"));

  @Transactional
  public Held of(UUID person, Actor by, Visit visit) {
    UUID payee = payees.of(person);
    payees.see(by, payee, visit);
    List<UUID> group = payees.group(payee);
    Map<UUID, Text> schemes = new HashMap<>();
    List<Claimed> claimed = new ArrayList<>();
    for (DueTable.Claim claim : dues.claimsOf(group)) {
      Text title = awards.title(claim.scheme());
      schemes.put(claim.application(), title);
      for (DueTable.Due due : dues.ofClaim(claim.id())) {
        boolean ended = due.endedAt() != null;
        claimed.add(new Claimed(title, due.period(), due.amount(), claim.filedOn(), ended));
      }
    }
    List<LedgerTable.Line> lines = ledger.to(group);
    return new Held(
        accounts.shown(payee),
        claimed,
        lines.stream().map(line -> moved(line, schemes.get(line.application()))).toList(),
        recoveries(lines, group));
  }

  private static Moved moved(LedgerTable.Line line, @Nullable Text scheme) {
    return new Moved(
        line.kind(),
        KINDS.getOrDefault(line.kind(), Text.of(line.kind(), line.kind())),
        scheme == null ? Text.of("", "") : scheme,
        line.period(),
        line.amount(),
        line.onDay());
  }

  private List<RecoveryView> recoveries(List<LedgerTable.Line> lines, List<UUID> group) {
    Set<UUID> applications = new LinkedHashSet<>();
    lines.forEach(line -> applications.add(line.application()));
    return applications.stream()
        .flatMap(application -> recoveries.of(application).stream())
        .map(recoveries::view)
        .filter(view -> group.contains(view.payee()))
        .toList();
  }
}
