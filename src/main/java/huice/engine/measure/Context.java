package huice.engine.measure;

import huice.model.Fact;
import huice.model.Parameter;
import huice.model.Relation;
import huice.model.Text;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call being bound: what it was found to read, and its faults in officers' words. */
final class Context {
  final Binding binding;
  final Set<String> facts = new LinkedHashSet<>();
  final Set<String> parameters = new LinkedHashSet<>();
  final Set<String> schemes = new LinkedHashSet<>();
  boolean relative;

  /** Whether a path that begins with a member of the subject reads that of each member. */
  boolean overMembers;

  /** Whether a path that begins with a member of the subject reads that member alone. */
  boolean alone;

  private boolean faulty;

  Context(Binding binding) {
    this.binding = binding;
  }

  /** Binds something of which each member of the subject is asked. */
  <T> @Nullable T ofMembers(Supplier<@Nullable T> bind) {
    boolean outer = overMembers;
    boolean outerAlone = alone;
    overMembers = true;
    alone = false;
    T bound = bind.get();
    overMembers = outer;
    alone = outerAlone;
    return bound;
  }

  boolean faulty() {
    return faulty;
  }

  void fault(String zh, String en, String insteadZh, String insteadEn) {
    faulty = true;
    binding.faults().add(new Binding.Fault(Text.of(zh, en), Text.of(insteadZh, insteadEn)));
  }

  /** A word that is not known, with the nearest that is. */
  void unknown(String kindZh, String kindEn, String word, Collection<String> known) {
    fault(
        kindZh + "「" + word + "」不存在",
        "there is no " + kindEn + " “" + word + "”",
        Nearest.to(word, known)
            .map(near -> "是否想写「" + near + "」？")
            .orElse("可用的有：" + String.join("、", known)),
        Nearest.to(word, known)
            .map(near -> "did you mean “" + near + "”?")
            .orElse("known are: " + String.join(", ", known)));
  }

  void use(Fact fact) {
    facts.add(fact.entity() + "." + fact.id());
  }

  void use(Relation relation) {
    facts.add(relation.owner() + "." + relation.id());
  }

  List<String> members() {
    return binding.subject().members();
  }

  /** Month points are only for schemes that are settled month by month. */
  void useMonth(String word) {
    relative = true;
    if (!binding.monthly()) {
      fault(
          "「" + word + "」要用到所属月份，但本项目不是逐月项目",
          "“" + word + "” needs a month, but this scheme is not monthly",
          "在规则头部写「逐月」，或改用 on",
          "write 逐月 (monthly) in the rule's head, or use on");
    }
  }

  /** The parameter of a name with or without its brackets; null with a fault when unknown. */
  @Nullable Parameter parameter(String word) {
    String name = bare(word);
    Parameter parameter = binding.parameters().get(name);
    if (parameter == null) {
      unknown("参数", "parameter", name, binding.parameters().keySet());
      return null;
    }
    parameters.add(name);
    relative |= binding.monthly();
    String by = parameter.by();
    if (by != null) {
      useSelector(by);
    }
    return parameter;
  }

  private void useSelector(String path) {
    int dot = path.indexOf('.');
    if (dot > 0) {
      String alias = path.substring(0, dot);
      String entity = binding.dictionary().roots().getOrDefault(alias, alias);
      binding
          .dictionary()
          .entity(entity)
          .flatMap(e -> e.fact(path.substring(dot + 1)))
          .ifPresent(this::use);
    }
  }

  static boolean bracketed(String word) {
    return word.startsWith("〔") && word.endsWith("〕") && word.length() > 2;
  }

  static String bare(String word) {
    return bracketed(word) ? word.substring(1, word.length() - 1).strip() : word;
  }
}
