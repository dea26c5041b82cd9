package huice.casework.money;

import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.decision.Effects;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate of hardship stood on a day: only from when to when it holds is looked at,
 * never of what kind it is. Thread-safe.
 */
@ApplicationScoped
class Certificates {
  private final Records records;
  private final Releases releases;
  private final MoneySettings settings;

  Certificates(Records records, Releases releases, MoneySettings settings) {
    this.records = records;
    this.releases = releases;
    this.settings = settings;
  }

  boolean stood(Effects.Effect effect, LocalDate on) {
    DecisionRow made = effect.decision();
    if (made == null) {
      return false;
    }
    Dictionary dictionary = releases.live().source().dictionary();
    Case known =
        records.caseOf(
            effect.application().record(), on, null, null, made.factsVersion(), dictionary);
    for (String list : settings.certificates()) {
      for (Node certificate : rows(known, list, effect.application().subject())) {
        if (holds(certificate, on)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Node> rows(Case known, String path, @Nullable String subject) {
    String[] steps = path.split("\\.");
    List<Node> at = new ArrayList<>();
    Node root = known.roots().get(steps[0]);
    if (root != null) {
      at.add(root);
    }
    for (int i = 1; i < steps.length; i++) {
      List<Node> next = new ArrayList<>();
      for (Node node : at) {
        Optional<Relation> relation = node.entity().relation(steps[i]);
        Rows rows = relation.isEmpty() ? null : node.list(relation.get());
        if (rows != null) {
          next.addAll(rows.rows());
        }
      }
      at = next;
    }
    return at.stream().filter(node -> of(node.path(), subject)).toList();
  }

  /** Of several rows of a list only that which the application is about. */
  private static boolean of(String path, @Nullable String subject) {
    int row = subject == null ? -1 : subject.indexOf('[');
    if (subject == null || row < 0) {
      return true;
    }
    String own = subject.substring(subject.indexOf(' ') + 1);
    String list = own.substring(0, own.lastIndexOf('[') + 1);
    return !path.startsWith(list) || path.startsWith(own + ".");
  }

  private static boolean holds(Node certificate, LocalDate on) {
    Entity entity = certificate.entity();
    Long from = day(certificate, entity.begins());
    Known end =
        entity.ends() == null
            ? Known.ABSENT
            : entity.fact(entity.ends()).map(certificate::fact).orElse(Known.ABSENT);
    long day = Raw.of(on);
    return from != null
        && from <= day
        && (!(end instanceof Known.Value value) || value.raw() >= day);
  }

  private static @Nullable Long day(Node node, @Nullable String fact) {
    Known known =
        fact == null ? Known.ABSENT : node.entity().fact(fact).map(node::fact).orElse(Known.ABSENT);
    return known instanceof Known.Value value && !value.evidence().withdrawn() ? value.raw() : null;
  }
}
