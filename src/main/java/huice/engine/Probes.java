package huice.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.drools.modelcompiler.dsl.pattern.D;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The conditions of all versions as Drools rules over flat rows: a probe per condition that sets
 * its bit when met, and each scheme's own rule, one per way in which its formula can be met. Built
 * once a release in Drools' canonical model, in process, without a compiler. Rows are decided by
 * walking the network that Drools built, or in a session. Safe to share: each firing takes a
 * session of its own from a pool; every rule begins with a row, so nothing of one case is left for
 * the next.
 */
final class Probes {
  private static final String PACKAGE = "huice";

  /** Sessions that saw this many rows are replaced, so that nothing can pile up. */
  private static final int WORN = 100_000;

  private final KieBase base;
  private final Network network;
  private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();

  private static final class Session {
    final KieSession drools;
    int rows;

    Session(KieSession drools) {
      this.drools = drools;
    }
  }

  Probes(KieBase base, Collection<Version> versions) {
    this.base = base;
    this.network = Network.of(base, versions);
  }

  private Probes(KieBase base, Network network) {
    this.base = base;
    this.network = network;
  }

  /** These sessions beside the network of others: to see that a difference is found. */
  Probes walking(Probes other) {
    return new Probes(base, other.network);
  }

  static Probes build(Collection<Version> versions) {
    ModelImpl model = new ModelImpl();
    for (Version version : versions) {
      for (int i = 0; i < version.conditions().size(); i++) {
        probe(model, version, i);
      }
      for (int i = 0; i < version.branches().size(); i++) {
        own(model, version, i);
      }
    }
    return new Probes(KieBaseBuilder.createKieBaseFromModel(model), versions);
  }

  private static void probe(ModelImpl model, Version version, int condition) {
    Variable<Row> row = D.declarationOf(Row.class);
    model.addRule(
        D.rule(PACKAGE, version.probe(condition))
            .build(
                expr(pattern(row, version), version, condition, true),
                D.on(row).execute(r -> r.met[condition] = true)));
  }

  private static void own(ModelImpl model, Version version, int branch) {
    List<List<Formula.Literal>> ways = version.branches().get(branch).own().literals();
    for (int way = 0; way < ways.size(); way++) {
      Variable<Row> row = D.declarationOf(Row.class);
      PatternDSL.PatternDef<Row> pattern = pattern(row, version);
      for (Formula.Literal literal : ways.get(way)) {
        pattern = expr(pattern, version, literal.condition(), literal.positive());
      }
      model.addRule(
          D.rule(PACKAGE, version.own(branch, way))
              .build(pattern, D.on(row).execute(r -> r.fired[branch] = true)));
    }
  }

  private static PatternDSL.PatternDef<Row> pattern(Variable<Row> row, Version version) {
    int index = version.index();
    return D.pattern(row)
        .expr(
            "version" + index,
            r -> r.getVersion() == index,
            D.alphaIndexedBy(Integer.class, Index.ConstraintType.EQUAL, 0, Row::getVersion, index),
            D.reactOn("version"));
  }

  private static PatternDSL.PatternDef<Row> expr(
      PatternDSL.PatternDef<Row> pattern, Version version, int condition, boolean positive) {
    Condition bound = version.conditions().get(condition);
    int left = bound.leftSlot();
    int right = bound.rightSlot();
    Op op = positive ? bound.op() : bound.op().complement();
    String id = version.index() + ":" + left + op.sign + right;
    return pattern.expr(id, r -> r.holds(op, left, right));
  }

  /** Lets Drools' network decide a row; its bits are set when this returns. */
  void match(Row row) {
    network.match(row);
  }

  /** Lets a session of Drools decide the rows; their bits are set when this returns. */
  void decide(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Session session = idle.poll();
    if (session == null) {
      session = new Session(base.newKieSession());
    }
    boolean whole = false;
    try {
      List<FactHandle> handles = new ArrayList<>(rows.size());
      for (Row row : rows) {
        handles.add(session.drools.insert(row));
      }
      session.drools.fireAllRules();
      for (FactHandle handle : handles) {
        session.drools.delete(handle);
      }
      session.rows += rows.size();
      whole = session.rows < WORN;
    } finally {
      if (whole) {
        idle.add(session);
      } else {
        session.drools.dispose();
      }
    }
  }
}
