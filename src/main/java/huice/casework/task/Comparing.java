package huice.casework.task;

import huice.casework.Access;
import huice.casework.Change;
import huice.casework.Records;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Fact;
import huice.model.Statement;
import huice.store.VerificationTable.Entry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of one application that are compared with the papers: what stands of those that its
 * scheme reads, and nothing else of the person. In the caller's transaction; thread-safe.
 */
@Singleton
class Comparing {
  private final Records records;
  private final Releases releases;
  private final Access access;

  Comparing(Records records, Releases releases, Access access) {
    this.records = records;
    this.releases = releases;
    this.access = access;
  }

  List<Verifications.Compared> of(Entry entry) {
    CompiledRelease release = releases.live();
    SchemeInfo info = Bases.info(release, entry.scheme()).orElse(null);
    List<Change> all = records.changes(entry.record(), 0);
    Set<Long> corrected = new HashSet<>();
    for (Change change : all) {
      Long corrects = change.said().corrects();
      if (corrects != null) {
        corrected.add(corrects);
      }
    }
    List<Verifications.Compared> compared = new ArrayList<>();
    for (Change change : all) {
      Statement said = change.said();
      Fact fact = FactPaths.fact(release.source().dictionary(), access.personEntity(), said.path());
      boolean stands = !corrected.contains(change.seq()) && change.record().equals(entry.record());
      if (fact != null && info != null && stands && value(said) && FactPaths.read(info, fact)) {
        compared.add(
            new Verifications.Compared(
                change.seq(),
                said.path(),
                change.label(),
                FactPaths.shown(fact, said),
                said.source()));
      }
    }
    return compared;
  }

  private static boolean value(Statement said) {
    return said.kind() == Statement.Kind.VALUE || said.kind() == Statement.Kind.NONE;
  }
}
