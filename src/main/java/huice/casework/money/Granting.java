package huice.casework.money;

import huice.casework.Conflict;
import huice.casework.Payees;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.decision.Effects;
import huice.engine.SchemeInfo;
import huice.model.Dictionary;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has effect now grants, and whom: a couple's halves are each one's own. Works in the caller's
 * transaction; thread-safe.
 */
@ApplicationScoped
class Granting {
  private final Releases releases;
  private final Records records;
  private final Payees payees;

  Granting(Releases releases, Records records, Payees payees) {
    this.releases = releases;
    this.records = records;
    this.payees = payees;
  }

  List<Grants.Granted> of(Effects.Effect effect) {
    return Grants.of(effect.decision(), members(effect.application().scheme()));
  }

  private List<String> members(String scheme) {
    Dictionary dictionary = releases.live().source().dictionary();
    Optional<SubjectKind> kind =
        releases.live().schemes().stream()
            .filter(info -> info.id().equals(scheme))
            .map(SchemeInfo::subject)
            .findFirst()
            .flatMap(dictionary::subject);
    return kind.map(SubjectKind::members).orElse(List.of());
  }

  /**
   * Who is paid a share, by the name that it has in the outcome: whoever it was when the decision
   * was made.
   *
   * @throws Conflict when no record stands under that name
   */
  UUID payee(Effects.Effect effect, String share) {
    UUID payee = known(effect, share);
    if (payee == null) {
      throw new Conflict(
          Text.of("记录里没有另一方，不知道付给谁", "the other one has no record, so nobody knows whom to pay"));
    }
    return payee;
  }

  /** The same; null when no record stands under that name. */
  @Nullable UUID known(Effects.Effect effect, String share) {
    DecisionRow made = effect.decision();
    UUID record = effect.application().record();
    if (share.isEmpty() || made == null) {
      return payees.of(record);
    }
    Dictionary dictionary = releases.live().source().dictionary();
    UUID member = records.root(record, share, made.on(), made.factsVersion(), dictionary);
    return member == null ? null : payees.of(member);
  }
}
