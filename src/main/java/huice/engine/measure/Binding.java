package huice.engine.measure;

import huice.model.Dictionary;
import huice.model.Parameter;
import huice.model.SubjectKind;
import huice.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call is bound against. {@code parameters} by name; {@code schemes} are the ids of all
 * schemes. Faults found while binding are added to {@code faults}.
 */
public record Binding(
    Dictionary dictionary,
    SubjectKind subject,
    Map<String, Parameter> parameters,
    Set<String> schemes,
    boolean monthly,
    List<Fault> faults) {

  /** What is wrong with a call and what to write instead; the caller knows file and line. */
  public record Fault(Text what, Text instead) {}
}
