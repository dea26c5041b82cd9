package huice.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.common.DefaultFactHandle;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.RuleTerminalNode;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The network of conditions that Drools built, walked node by node: every rule here is one pattern,
 * so a row meets a rule exactly when it passes the nodes above the rule's end. Drools' own
 * constraints decide; what is left out is the agenda, which would only set the bits one by one.
 * That both come to the same is checked on a sample of all that is decided. Immutable.
 */
final class Network {
  /** A node, the nodes below it, and the bits that a row sets which comes as far. */
  private static final class Node {
    final AlphaNodeFieldConstraint constraint;
    final Node[] below;
    final int[] met;
    final int[] fired;

    Node(
        AlphaNodeFieldConstraint constraint,
        List<Node> below,
        List<Integer> met,
        List<Integer> fired) {
      this.constraint = constraint;
      this.below = below.toArray(new Node[0]);
      this.met = met.stream().mapToInt(i -> i).toArray();
      this.fired = fired.stream().mapToInt(i -> i).toArray();
    }
  }

  private record Bit(boolean own, int place) {}

  private final Map<String, Bit> bits = new HashMap<>();
  private final Set<String> found = new HashSet<>();
  private final Node[][] byVersion;

  private Network(Collection<Version> versions) {
    int most = versions.stream().mapToInt(Version::index).max().orElse(-1);
    this.byVersion = new Node[most + 1][];
    for (Version version : versions) {
      for (int i = 0; i < version.conditions().size(); i++) {
        bits.put(version.probe(i), new Bit(false, i));
      }
      for (int b = 0; b < version.branches().size(); b++) {
        for (int w = 0; w < version.branches().get(b).own().literals().size(); w++) {
          bits.put(version.own(b, w), new Bit(true, b));
        }
      }
    }
  }

  /**
   * The network of the rules of these versions.
   *
   * @throws IllegalStateException when the network holds other rules, or not all of these
   */
  static Network of(KieBase base, Collection<Version> versions) {
    Network network = new Network(versions);
    List<Node> roots = new ArrayList<>();
    for (ObjectTypeNode type : ((InternalRuleBase) base).getRete().getObjectTypeNodes()) {
      for (ObjectSink sink : type.getObjectSinkPropagator().getSinks()) {
        roots.add(network.node(sink));
      }
    }
    if (!network.found.equals(network.bits.keySet())) {
      throw new IllegalStateException("the network is not that of the rules");
    }
    for (int i = 0; i < network.byVersion.length; i++) {
      Row row = new Row(i, 0, 0, 0);
      FactHandle handle = new DefaultFactHandle(row);
      network.byVersion[i] =
          roots.stream()
              .filter(root -> root.constraint.isAllowed(handle, null))
              .toArray(Node[]::new);
    }
    return network;
  }

  private Node node(ObjectSink sink) {
    if (!(sink instanceof AlphaNode alpha)) {
      throw new IllegalStateException("a rule without a condition: " + sink);
    }
    List<Node> nodes = new ArrayList<>();
    List<Integer> met = new ArrayList<>();
    List<Integer> fired = new ArrayList<>();
    for (ObjectSink below : alpha.getObjectSinkPropagator().getSinks()) {
      if (below instanceof LeftInputAdapterNode end) {
        for (LeftTupleSink rule : end.getSinkPropagator().getSinks()) {
          String name = ((RuleTerminalNode) rule).getRule().getName();
          Bit bit = bits.get(name);
          if (bit == null) {
            throw new IllegalStateException("a rule of no scheme: " + name);
          }
          found.add(name);
          (bit.own() ? fired : met).add(bit.place());
        }
      } else {
        nodes.add(node(below));
      }
    }
    return new Node(alpha.getConstraint(), nodes, met, fired);
  }

  /** Sets the bits of everything the row meets. */
  void match(Row row) {
    int version = row.getVersion();
    if (version < byVersion.length) {
      walk(byVersion[version], new DefaultFactHandle(row), row);
    }
  }

  private static void walk(Node[] nodes, FactHandle handle, Row row) {
    for (Node node : nodes) {
      if (node.constraint.isAllowed(handle, null)) {
        for (int place : node.met) {
          row.met[place] = true;
        }
        for (int place : node.fired) {
          row.fired[place] = true;
        }
        walk(node.below, handle, row);
      }
    }
  }
}
