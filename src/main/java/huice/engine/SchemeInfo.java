package huice.engine;

import huice.model.SchemeKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a compiled scheme is made of, for registers and explanations. {@code facts} are those its
 * conditions and amounts read (entity.fact, owner.list), {@code parameters} by name, {@code
 * schemes} those whose outcomes it reads; {@code digest} covers everything that can change its
 * outcome.
 */
public record SchemeInfo(
    String id,
    String pack,
    String title,
    SchemeKind kind,
    String subject,
    boolean monthly,
    boolean draft,
    List<Version> versions,
    Set<String> facts,
    Set<String> parameters,
    Set<String> schemes,
    String file,
    String digest) {

  /** One version of the rule, in force from {@code from} to {@code to} inclusive (null: open). */
  public record Version(
      LocalDate from,
      @Nullable LocalDate to,
      List<String> clauses,
      List<Line> lines,
      String file,
      int line) {
    public Version {
      clauses = List.copyOf(clauses);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of the rule as the officer wrote it. {@code id} is the condition's id, empty for lines
   * that are no condition; {@code drl} is what it stands for; {@code asks} whether it reads facts
   * or other outcomes, so that it may be unknown.
   */
  public record Line(
      String id, String text, String drl, List<String> parameters, boolean asks, int line) {
    public Line {
      parameters = List.copyOf(parameters);
    }
  }

  public SchemeInfo {
    versions = List.copyOf(versions);
    facts = Set.copyOf(facts);
    parameters = Set.copyOf(parameters);
    schemes = Set.copyOf(schemes);
  }

  SchemeInfo with(String newDigest) {
    return new SchemeInfo(
        id,
        pack,
        title,
        kind,
        subject,
        monthly,
        draft,
        versions,
        facts,
        parameters,
        schemes,
        file,
        newDigest);
  }
}
