package huice.engine;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * The same conditions as {@link Probes}, written as DRL over the flat row and built by Drools'
 * compiler: a second opinion that must agree bit for bit. Slow to build; never on the way of a
 * decision.
 */
final class CompiledProbes {
  private CompiledProbes() {}

  static Probes build(Collection<Version> versions) {
    KieServices services = KieServices.Factory.get();
    ReleaseId id = services.newReleaseId("huice", "probes-" + UUID.randomUUID(), "1");
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(id);
    files.write("src/main/resources/huice/engine/probes.drl", drl(versions));
    KieBuilder builder = services.newKieBuilder(files, CompiledProbes.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    KieContainer container = services.newKieContainer(id, CompiledProbes.class.getClassLoader());
    KieBase base = container.getKieBase();
    services.getRepository().removeKieModule(id);
    return new Probes(base, versions);
  }

  /** The probes and own rules of some versions as DRL. */
  static String drl(Collection<Version> versions) {
    StringBuilder text = new StringBuilder("package huice.engine;\n");
    for (Version version : versions) {
      for (int i = 0; i < version.conditions().size(); i++) {
        Condition c = version.conditions().get(i);
        rule(text, version, version.probe(i), List.of(constraint(c, c.op())), "met(" + i + ")");
      }
      for (int b = 0; b < version.branches().size(); b++) {
        List<List<Formula.Literal>> ways = version.branches().get(b).own().literals();
        for (int way = 0; way < ways.size(); way++) {
          List<String> constraints =
              ways.get(way).stream()
                  .map(
                      l -> {
                        Condition c = version.conditions().get(l.condition());
                        return constraint(c, l.positive() ? c.op() : c.op().complement());
                      })
                  .toList();
          rule(text, version, version.own(b, way), constraints, "fired(" + b + ")");
        }
      }
    }
    return text.toString();
  }

  private static void rule(
      StringBuilder text, Version version, String name, List<String> constraints, String call) {
    String all = constraints.stream().map(c -> ", " + c).collect(Collectors.joining());
    text.append("rule \"")
        .append(name)
        .append("\"\nwhen\n  $row : Row( version == ")
        .append(version.index())
        .append(all);
    text.append(" )\nthen\n  $row.").append(call).append(";\nend\n");
  }

  private static String constraint(Condition c, Op op) {
    String leftLo = "low(" + c.leftSlot() + ")";
    String leftHi = "high(" + c.leftSlot() + ")";
    String rightLo = "low(" + c.rightSlot() + ")";
    String rightHi = "high(" + c.rightSlot() + ")";
    return switch (op) {
      case EQ ->
          leftLo + " == " + leftHi + ", " + rightLo + " == " + rightHi + ", " + leftLo + " == "
              + rightLo;
      case NE -> "(" + leftHi + " < " + rightLo + " || " + leftLo + " > " + rightHi + ")";
      case LT -> leftHi + " < " + rightLo;
      case LE -> leftHi + " <= " + rightLo;
      case GT -> leftLo + " > " + rightHi;
      case GE -> leftLo + " >= " + rightHi;
    };
  }
}
