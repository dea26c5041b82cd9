package huice.entry.page;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Clause;
import huice.model.Pack;
import java.util.List;

/** A pack as a page shows it. */
record PackView(Pack pack, List<SchemeInfo> schemes) {
  static List<PackView> all(CompiledRelease release) {
    return release.source().packs().stream()
        .map(
            pack ->
                new PackView(
                    pack,
                    release.schemes().stream().filter(s -> s.pack().equals(pack.id())).toList()))
        .toList();
  }

  public List<ClauseView> clauses() {
    return pack.clauses().stream().map(ClauseView::new).toList();
  }

  public long encoded() {
    return count(Clause.Status.ENCODED);
  }

  public long aggregate() {
    return count(Clause.Status.AGGREGATE);
  }

  public long declined() {
    return count(Clause.Status.DECLINED);
  }

  public long open() {
    return count(Clause.Status.OPEN);
  }

  private long count(Clause.Status status) {
    return pack.clauses().stream().filter(clause -> clause.status() == status).count();
  }
}
