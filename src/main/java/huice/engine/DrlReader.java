package huice.engine;

import huice.engine.measure.Call;
import huice.model.SchemeKind;
import huice.model.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads restricted DRL into rules by way of Drools' own parser, and lets through only what is on
 * the allow-list: rules with known annotations, conditions of the form {@code Case( call op call )}
 * joined by and, or and not, and listed consequence calls. No Java, imports, functions, attributes,
 * clock or anything else. Parsing runs nothing.
 */
final class DrlReader {
  private static final int DEEPEST = 20;
  private static final Pattern NOT_PLAIN = Pattern.compile("[\\\\`]|/\\*|\\bnull\\b");
  private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)\\s*\\(");

  /** What a rule's head may hold, and the officers' word for it. */
  private static final Map<String, String> ANNOTATIONS =
      Map.of(
          "kind", "类别", "subject", "对象", "clause", "条款", "since", "施行", "until", "施行", "monthly",
          "逐月");

  private final Expansion expansion;
  private final Faults faults;

  private DrlReader(Expansion expansion, Faults faults) {
    this.expansion = expansion;
    this.faults = faults;
  }

  static List<RuleTree> read(Expansion expansion, Faults faults) {
    return new DrlReader(expansion, faults).rules();
  }

  private List<RuleTree> rules() {
    if (!plain()) {
      return List.of();
    }
    PackageDescr parsed = parse();
    List<RuleTree> trees = new ArrayList<>();
    if (parsed == null || !onlyRules(parsed)) {
      return trees;
    }
    for (RuleDescr rule : parsed.getRules()) {
      RuleTree tree = rule(rule);
      if (tree != null) {
        trees.add(tree);
      }
    }
    if (trees.isEmpty() && !faults.any()) {
      faults.add(
          1,
          "文件里没有规则",
          "there is no rule in the file",
          "写“规则 名称 … 当 … 则 … 完”",
          "write 规则 NAME … 当 … 则 … 完");
    }
    return trees;
  }

  /**
   * Refuses what Drools' parser might take for more than a rule, and nesting that might exhaust it.
   */
  private boolean plain() {
    String[] lines = expansion.drl().split("\n", -1);
    String[] code = withoutComments(expansion.drl()).split("\n", -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < lines.length; i++) {
      if (NOT_PLAIN.matcher(lines[i]).find()) {
        refuse(lineOf(i + 1), lines[i].strip());
        return false;
      }
      if (!brackets(code[i], i + 1, open)) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the lines of the brackets still open; false when they do not pair. */
  private boolean brackets(String code, int line, Deque<Integer> open) {
    boolean closes = code.strip().equals("then") || code.strip().equals("end");
    if (closes && !open.isEmpty()) {
      faults.add(
          lineOf(open.pop()),
          "这个括号没有闭合",
          "this bracket is not closed",
          "在它管的条件之后另起一行写 ）",
          "write ） on a line of its own after the conditions it holds");
      return false;
    }
    boolean quoted = false;
    for (char c : code.toCharArray()) {
      quoted = c == '"' ? !quoted : quoted;
      if (!quoted && c == ')' && open.poll() == null) {
        faults.add(
            lineOf(line),
            "这个括号没有开头",
            "this bracket closes none",
            "删去它，或在前面另起一行写 （",
            "delete it, or write （ on a line of its own before");
        return false;
      }
      if (!quoted && c == '(') {
        open.push(line);
      }
      if (open.size() > DEEPEST) {
        faults.add(
            lineOf(line),
            "括号嵌套太深",
            "brackets are nested too deeply",
            "把条件拆开写",
            "split the condition");
        return false;
      }
    }
    return true;
  }

  private @Nullable PackageDescr parse() {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed = null;
    try {
      parsed = parser.parse(false, expansion.drl());
    } catch (DroolsParserException | RuntimeException e) {
      unreadable(1);
      return null;
    }
    for (DroolsError error : parser.getErrors()) {
      int[] at = error.getLines();
      unreadable(at.length > 0 ? lineOf(at[0]) : 1);
    }
    return parser.hasErrors() ? null : parsed;
  }

  private void unreadable(int line) {
    if (!faults.any()) {
      faults.add(
          line,
          "这里的规则读不懂",
          "the rule cannot be read here",
          "核对上下几行：每行一句，（ 与 ） 成对，并且／或者 写在行首",
          "check the lines around: one sentence a line, （ and ） in pairs, 并且/或者 at the start of a line");
    }
  }

  private boolean onlyRules(PackageDescr parsed) {
    Map<String, List<? extends BaseDescr>> others = new LinkedHashMap<>();
    others.put("import", parsed.getImports());
    others.put("import function", parsed.getFunctionImports());
    others.put("import accumulate", parsed.getAccumulateImports());
    others.put("function", parsed.getFunctions());
    others.put("global", parsed.getGlobals());
    others.put("declare", parsed.getTypeDeclarations());
    others.put("declare enum", parsed.getEnumDeclarations());
    others.put("declare entry-point", List.copyOf(parsed.getEntryPointDeclarations()));
    others.put("declare window", List.copyOf(parsed.getWindowDeclarations()));
    others.put("attributes", parsed.getAttributes());
    boolean only = parsed.getName() == null || parsed.getName().isEmpty();
    if (!only) {
      refuse(1, "package " + parsed.getName());
    }
    for (Map.Entry<String, List<? extends BaseDescr>> other : others.entrySet()) {
      for (BaseDescr descr : other.getValue()) {
        refuse(lineOf(descr.getLine()), other.getKey());
        only = false;
      }
    }
    return only;
  }

  private @Nullable RuleTree rule(RuleDescr rule) {
    int line = lineOf(rule.getLine());
    for (AttributeDescr attribute : rule.getAttributes().values()) {
      refuse(lineOf(attribute.getLine()), attribute.getName());
      return null;
    }
    if (rule.getParentName() != null || !rule.getNamedConsequences().isEmpty()) {
      refuse(line, rule.getParentName() != null ? "extends" : "then[…]");
      return null;
    }
    for (AnnotationDescr annotation : rule.getAnnotations()) {
      if (!ANNOTATIONS.containsKey(annotation.getName())) {
        refuse(head(rule, annotation.getName()), "@" + annotation.getName());
        return null;
      }
    }
    headsOnce(rule);
    String kindWord = annotation(rule, "kind");
    SchemeKind kind = kindWord == null ? null : SchemeKind.parse(kindWord).orElse(null);
    String subject = annotation(rule, "subject");
    String clauses = annotation(rule, "clause");
    LocalDate since = date(rule, "since");
    if (kind == null) {
      faults.add(
          head(rule, "kind"),
          kindWord == null ? "没有写明类别" : "没有「" + kindWord + "」这种类别",
          kindWord == null ? "the kind is missing" : "there is no kind \"" + kindWord + "\"",
          "写“类别 待遇”（或 义务、频次、服务）",
          "write 类别 待遇 (or 义务, 频次, 服务)");
    }
    if (subject == null) {
      faults.add(
          line, "没有写明对象", "the subject is missing", "写“对象 劳动者”等", "write 对象 and a kind of subject");
    }
    if (clauses == null) {
      faults.add(line, "没有写明条款", "the clause is missing", "写“条款 编号”", "write 条款 and its id");
    }
    if (since == null && annotation(rule, "since") == null) {
      faults.add(
          line,
          "没有写明施行日期",
          "the dates in force are missing",
          "写“施行 2024-01-01 起”",
          "write 施行 2024-01-01 起");
    }
    LhsReader lhs = new LhsReader(expansion, faults);
    lhs.read(rule.getLhs());
    List<RuleTree.Action> actions = actions(rule);
    if (faults.any() || kind == null || subject == null || clauses == null || since == null) {
      return null;
    }
    return new RuleTree(
        rule.getName(),
        kind,
        subject,
        Arrays.stream(clauses.split("[、,，]")).map(String::strip).filter(c -> !c.isEmpty()).toList(),
        since,
        date(rule, "until"),
        annotation(rule, "monthly") != null,
        lhs.atoms(),
        lhs.formula(),
        lhs.duty(),
        actions,
        line,
        heads(rule));
  }

  /** Drools keeps one of two equal annotations and says nothing. */
  private void headsOnce(RuleDescr rule) {
    String[] lines = withoutComments(expansion.drl()).split("\n", -1);
    Map<String, Integer> seen = new HashMap<>();
    int first = Math.max(0, rule.getLine() - 1);
    for (int i = first; i < lines.length && !lines[i].strip().equals("when"); i++) {
      Matcher matcher = ANNOTATION.matcher(lines[i].replaceAll("\"[^\"]*\"", "\"\""));
      boolean told = false;
      while (matcher.find()) {
        Integer before = seen.putIfAbsent(matcher.group(1), i + 1);
        if (before != null && !told) {
          String word = ANNOTATIONS.getOrDefault(matcher.group(1), matcher.group(1));
          faults.add(
              lineOf(i + 1),
              "「" + word + "」写了两次，第 " + lineOf(before) + " 行已有",
              word + " stands twice: it is on line " + lineOf(before) + " already",
              "只留一行",
              "keep one line");
          told = true;
        }
      }
    }
  }

  private Map<String, Integer> heads(RuleDescr rule) {
    Map<String, Integer> heads = new HashMap<>();
    ANNOTATIONS.keySet().forEach(name -> heads.put(name, head(rule, name)));
    return heads;
  }

  /** The line of a part of a rule's head; the rule's own where it is missing. */
  private int head(RuleDescr rule, String annotation) {
    String[] lines = expansion.drl().split("\n", -1);
    int first = Math.max(0, rule.getLine() - 1);
    for (int i = first; i < lines.length && !lines[i].strip().equals("when"); i++) {
      if (lines[i].contains("@" + annotation)) {
        return lineOf(i + 1);
      }
    }
    return lineOf(rule.getLine());
  }

  private @Nullable String annotation(RuleDescr rule, String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    if (annotation == null || annotation.getSingleValueAsString() == null) {
      return null;
    }
    String value = annotation.getSingleValueAsString().strip();
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1).strip()
        : value;
  }

  private @Nullable LocalDate date(RuleDescr rule, String name) {
    String value = annotation(rule, name);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      faults.add(
          head(rule, name),
          "日期「" + value + "」不存在或写法不对",
          "\"" + value + "\" is no date",
          "写成 2024-01-31",
          "write 2024-01-31");
      return null;
    }
  }

  private List<RuleTree.Action> actions(RuleDescr rule) {
    List<RuleTree.Action> actions = new ArrayList<>();
    String[] lines = expansion.drl().split("\n", -1);
    int start = after(lines, rule.getLine(), "then");
    int end = after(lines, start, "end") - 1;
    if (start > lines.length || end < start) {
      faults.add(
          lineOf(rule.getLine()),
          "then 和 end 要各占一行",
          "then and end stand on lines of their own",
          "把它们各放一行",
          "put each on its own line");
      return actions;
    }
    // The body is taken from the text itself: Drools strips it and loses its lines.
    String text = String.join("\n", Arrays.asList(lines).subList(start - 1, end - 1));
    try {
      Set<String> seen = new HashSet<>();
      for (ExprParser.Statement statement : ExprParser.statements(withoutComments(text))) {
        int drlLine = start + count(text, statement.offset());
        Expansion.Origin origin = expansion.origin(drlLine);
        String words =
            origin == null || origin.template().isEmpty()
                ? statement.call().toString()
                : origin.text();
        int line = lineOf(drlLine);
        if (!Actions.known(statement.call())) {
          refuse(line, statement.call().form());
        } else if (Actions.once(statement.call()) && !seen.add(statement.call().form())) {
          faults.add(
              line, "「" + words + "」写了两次", "\"" + words + "\" stands twice", "只留一处", "keep one");
        }
        actions.add(new RuleTree.Action(statement.call(), words, line));
      }
    } catch (ExprParser.Refused refused) {
      refuse(lineOf(start + count(text, refused.offset)), refused.found);
    }
    return actions;
  }

  /**
   * The number of the line after the first one from {@code from} on that holds only {@code word}.
   */
  private static int after(String[] lines, int from, String word) {
    for (int i = Math.max(1, from); i <= lines.length; i++) {
      if (lines[i - 1].strip().equals(word)) {
        return i + 1;
      }
    }
    return lines.length + 1;
  }

  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int comment = line.indexOf("//");
      boolean quoted =
          comment >= 0 && line.substring(0, comment).chars().filter(c -> c == '"').count() % 2 == 1;
      String code = comment < 0 || quoted ? line : line.substring(0, comment);
      kept.append(code).append(" ".repeat(line.length() - code.length())).append('\n');
    }
    return kept.toString();
  }

  private static int count(String text, int offset) {
    return (int)
        text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
  }

  private int lineOf(int drlLine) {
    Expansion.Origin origin = expansion.origin(drlLine);
    return origin == null ? Math.max(1, drlLine) : origin.line();
  }

  private void refuse(int line, String found) {
    refuse(faults, line, found);
  }

  static void refuse(Faults faults, int line, String found) {
    faults.add(
        line,
        Text.of("规则里不许有「" + found + "」", "a rule may not hold \"" + found + "\""),
        Text.of(
            "只用词汇表里的句子；受限 DRL 只许 Case( 度量 比较 度量 ) 和列明的结果",
            "use the vocabulary's sentences; restricted DRL is Case( measure op measure ) and listed consequences"));
  }

  /** The call of a column or table cell; null when refused. */
  static @Nullable Call measure(String text, int line, Faults faults) {
    try {
      return ExprParser.measure(text);
    } catch (ExprParser.Refused refused) {
      refuse(faults, line, refused.found);
      return null;
    }
  }
}
