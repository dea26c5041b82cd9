package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Dictionary.ProtectedUse;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Problem;
import huice.model.Relation;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks of the dictionary that need to know what rules read: R24 and R21. */
public final class DictionaryCheck {
  private DictionaryCheck() {}

  /**
   * What a scheme reads, by any route: its own conditions and amounts, parameters by choice, and
   * the schemes whose outcome it reads. Facts and lists as {@code entity.id}.
   */
  public record Reads(String scheme, Set<String> facts, String file, int line) {
    public Reads {
      facts = Set.copyOf(facts);
    }
  }

  /**
   * Facts and lists that no condition reads (R24). {@code read} holds {@code entity.fact} and
   * {@code entity.list}; the days from and to which a row exists count as read with their list.
   */
  public static List<Problem> unread(Dictionary dictionary, Set<String> read) {
    Set<String> all = new HashSet<>(read);
    for (Entity entity : dictionary.entities().values()) {
      for (Relation relation : entity.relations()) {
        Entity target = dictionary.entities().get(relation.entity());
        if (target != null && read.contains(entity.id() + "." + relation.id())) {
          all.add(target.id() + "." + target.begins());
          all.add(target.id() + "." + target.ends());
        }
      }
    }
    List<Problem> problems = new ArrayList<>();
    for (Entity entity : dictionary.entities().values()) {
      for (Fact fact : entity.facts()) {
        if (!all.contains(entity.id() + "." + fact.id())) {
          problems.add(unread(entity.id() + "." + fact.id(), fact.file(), fact.line()));
        }
      }
      for (Relation relation : entity.relations()) {
        if (!all.contains(entity.id() + "." + relation.id())) {
          problems.add(unread(entity.id() + "." + relation.id(), relation.file(), relation.line()));
        }
      }
    }
    return problems;
  }

  private static Problem unread(String name, String file, int line) {
    return Problem.at(
        file,
        line,
        say("没有条件读取「%s」", "no condition reads \"%s\"", name),
        Text.of("请删去：用不到的事实不记录（R24）", "delete it: what is not needed is not recorded (R24)"));
  }

  /**
   * Schemes that read a protected attribute without an entry in the register (R21), and entries of
   * the register that no scheme uses (a notice).
   */
  public static List<Problem> protectedReads(Dictionary dictionary, List<Reads> schemes) {
    Map<String, Fact> attributes = new HashMap<>();
    for (Entity entity : dictionary.entities().values()) {
      entity.facts().stream()
          .filter(f -> f.protectedAttribute() != null)
          .forEach(f -> attributes.put(entity.id() + "." + f.id(), f));
    }
    Set<String> registered = new HashSet<>();
    for (ProtectedUse use : dictionary.protectedUses()) {
      use.schemes().forEach(s -> registered.add(name(dictionary, use.fact()) + " " + s));
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Reads reads : schemes) {
      for (String name : reads.facts().stream().sorted().toList()) {
        Fact fact = attributes.get(name);
        String key = name + " " + reads.scheme();
        used.add(key);
        if (fact != null && !registered.contains(key)) {
          problems.add(unregistered(reads, name, fact));
        }
      }
    }
    unused(dictionary, used, problems);
    return problems;
  }

  private static void unused(Dictionary dictionary, Set<String> used, List<Problem> problems) {
    for (ProtectedUse use : dictionary.protectedUses()) {
      for (String scheme : use.schemes()) {
        if (!used.contains(name(dictionary, use.fact()) + " " + scheme)) {
          problems.add(
              Problem.notice(
                  use.file(),
                  use.line(),
                  say(
                      "项目「%s」没有读取「%s」",
                      "the scheme \"%s\" does not read \"%s\"", scheme, use.fact()),
                  Text.of("请从登记中删去", "delete it from the register")));
        }
      }
    }
  }

  private static Problem unregistered(Reads reads, String name, Fact fact) {
    String attribute = Objects.requireNonNullElse(fact.protectedAttribute(), "");
    return Problem.at(
        reads.file(),
        reads.line(),
        say(
            "项目「%1$s」读取受保护的特征「%2$s」（%3$s），没有登记依据",
            "the scheme \"%1$s\" reads the protected attribute \"%4$s\" (%3$s) without a registered ground",
            reads.scheme(),
            fact.label().zh(),
            attribute,
            name),
        say(
            "请删去这个条件，或在 policies/facts/protected.yaml 的 uses 里登记 %s、项目和法律依据（R21）",
            "delete the condition, or register %s, scheme and legal ground under uses in policies/facts/protected.yaml (R21)",
            name));
  }

  /** A fact named from a root of a case, named from its entity. */
  private static String name(Dictionary dictionary, String path) {
    Fact fact = FactPaths.fact(path, dictionary.entities(), dictionary.roots());
    return fact == null ? path : fact.entity() + "." + fact.id();
  }
}
