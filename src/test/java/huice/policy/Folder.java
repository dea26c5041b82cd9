package huice.policy;

import huice.model.Loaded;
import huice.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with small packs in good order, to be spoiled one file at a time. */
final class Folder {
  static final String TEXT = "办法（试行）\n第一条 夫妻双方稳定就业六个月以上的，\n给予奖补。\n第二条 每年公布一次人数。\n第三条 按指标完成。\n";

  static final String FACTS = "policies/facts/worker.yaml";
  static final String SUBJECTS = "policies/facts/subjects.yaml";
  static final String PROTECTED = "policies/facts/protected.yaml";
  static final String POLICY = "policies/plan/policy.yaml";
  static final String CLAUSES = "policies/plan/clauses.yaml";
  static final String MONTHS = "policies/plan/parameters/months.yaml";
  static final String WAGE = "policies/plan/parameters/wage.yaml";
  static final String RULE = "rules/plan/couple-award.dslr";
  static final String TABLE = "rules/plan/follow-up.csv";
  static final String CASES = "test-cases/plan/couple-award.yaml";

  private final Path root;

  Folder(Path root) {
    this.root = root;
    facts();
    plan();
    rules();
  }

  private void facts() {
    write(
        FACTS,
        """
        entity: worker
        label: {zh: 劳动者, en: Worker}
        facts:
          birth_date:
            label: {zh: 出生日期, en: Date of birth}
            question: {zh: 您是哪天出生的？, en: On what day were you born?}
            type: date
            sources: [person, document, "register:social-insurance"]
            proofs: [居民身份证]
            changes: nobody
            protected: age
          paid:
            label: {zh: 缴费, en: Paid}
            question: {zh: 交了多少？, en: How much was paid?}
            type: money
            sources: [person, document]
            fresh: P6M
            changes: person
          first_month:
            label: {zh: 首月, en: First month}
            question: {zh: 从哪个月起？, en: From which month?}
            type: date
            unit: month
            sources: [ledger]
            changes: office
            absent: unsettled
          enrolled:
            label: {zh: 已参保, en: Insured}
            question: {zh: 参保了吗？, en: Are you insured?}
            type: yes/no
            sources: [person]
            changes: person
        lists:
          employments:
            entity: employment
            label: {zh: 用工, en: Employments}
            question: {zh: 在哪里工作过？, en: Where have you worked?}
        ones:
          home:
            entity: home
            label: {zh: 家庭, en: Home}
            question: {zh: 家庭情况？, en: What of your home?}
        """);
    write(
        "policies/facts/employment.yaml",
        """
        entity: employment
        label: {zh: 用工关系, en: Employment}
        begins: start
        ends: end
        facts:
          start:
            label: {zh: 入职日期, en: First day}
            question: {zh: 哪天上班？, en: First day of work?}
            type: date
            sources: [person, employer]
            changes: employer
          end:
            label: {zh: 结束日期, en: Last day}
            question: {zh: 哪天结束？, en: Last day of work?}
            type: date
            sources: [person, employer]
            changes: employer
          tier:
            label: {zh: 工资档, en: Wage tier}
            question: {zh: 哪一档？, en: Which tier?}
            type: choice
            choices: {one: {zh: 一档, en: one}, two: {zh: 二档, en: two}}
            sources: [document]
            changes: office
        """);
    write(
        "policies/facts/home.yaml",
        """
        entity: home
        label: {zh: 家庭, en: Home}
        facts:
          members:
            label: {zh: 人数, en: Members}
            question: {zh: 几口人？, en: How many?}
            type: count
            unit: 人
            sources: [person]
            changes: person
        """);
    write(
        SUBJECTS,
        """
        roots: {worker: worker, spouse: worker}
        subjects:
          worker: {label: {zh: 劳动者, en: worker}, root: worker}
          couple: {label: {zh: 夫妻, en: couple}, members: [worker, spouse]}
          employment: {label: {zh: 用工关系, en: employment}, rows: worker.employments}
        """);
    write(
        "policies/facts/registers.yaml",
        "registers: {social-insurance: {zh: 社会保险, en: Social insurance}}\n");
    write(
        PROTECTED,
        """
        words: {sex: {zh: [女工], en: [woman]}, thought: [觉悟]}
        uses:
          - {fact: worker.birth_date, schemes: [couple-award], ground: 某法第一条}
        """);
  }

  private void plan() {
    write("policies/plan/source.txt", TEXT);
    write(
        POLICY,
        """
        title: {zh: 办法, en: Plan}
        authority: 某县
        status: draft
        from: 2024-01-01
        text: {file: source.txt, sha256: %s}
        """
            .formatted(SourceFiles.digest(TEXT.getBytes(StandardCharsets.UTF_8))));
    write(
        CLAUSES,
        """
        clauses:
          第一条:
            quote: 夫妻双方稳定就业六个月以上的，给予奖补
            gloss: An award for couples
            kind: benefit
            schemes: [couple-award, follow-up]
          第二条: {quote: 第二条…一次人数, gloss: Figures, kind: indicator, aggregate: kept as text}
          第三条: {quote: 按指标完成, gloss: Quota, kind: quota, declined: transfer quota}
        """);
    write(
        MONTHS,
        """
        parameter: 连续就业月数
        en: Months of work
        type: count
        unit: 月
        clause: 第一条
        versions:
          - from: 2024-01-01
            to: 2024-12-31
            value: 6
            reference: 办法第一条
            confidence: text
            checked: 2026-11-01
            review: 2027-11-01
          - from: 2025-01-01
            not published: 没有公布
            at least: 3
        """);
    write(
        WAGE,
        """
        parameter: 最低工资
        en: Minimum wage
        type: money
        unit: 元/月
        by: employment.tier
        clause: 第一条
        versions:
          - {from: 2024-01-01, values: {one: 1890.00, two: 1750}, reference: 某通知, confidence: A*, checked: 2026-11-01}
        """);
    write(
        "policies/plan/parameters/share.yaml",
        """
        parameter: 补贴比例
        en: Share
        type: count
        unit: 比例
        clause: 第一条
        versions:
          - {from: 2024-01-01, value: 2/3, reference: 某通知, confidence: B, checked: 2026-11-01}
        """);
    write(
        "policies/plan/parameters/holidays.yaml",
        """
        parameter: 节假日
        en: Holidays
        type: list
        clause: 第一条
        versions:
          - {from: 2024-01-01, list: [2024-01-01, 2024-05-01], reference: 某通知, confidence: B, checked: 2026-11-01}
        """);
    write("policies/plan/questions.yaml", "questions: [{about: 连续就业月数, zh: 多少？, en: How many?}]\n");
    write(
        "policies/plan/services.yaml",
        "adopted: [{scheme: follow-up, by: 主任/张三(合成), from: 2024-06-01}]\n");
    write(
        "policies/plan/interactions.yaml",
        """
        interactions:
          - {name: 不重复, kind: exclusion, period: month, schemes: [couple-award, follow-up], clause: 第一条}
        """);
  }

  private void rules() {
    write("rules/vocabulary.dsl", "[keyword]规则=rule\n");
    write(RULE, "规则 夫妻工就业奖补\n完\n");
    write(TABLE, "情形,频次\r\n\"稳定,就业\",每季度一次\r\n\r\n其他,\"每月\"\"一次\"\"\"\r\n");
    write(
        CASES,
        """
        scheme: couple-award
        cases:
          - name: 刚好满
            on: 2024-09-01
            facts:
              worker:
                birth_date: 1990-02-28
                employments:
                  - {start: 2024-01-01, end: none, tier: 一档}
              spouse:
                employments: {complete_to: 2024-09-01, rows: [{start: 2024-01-02}]}
            expect: {outcome: ELIGIBLE, conditions: {双方就业: met}, missing: [worker.paid]}
          - name: 差一天
            like: 刚好满
            change: {"worker.employments[0].start": 2024-03-02}
            remove: [worker.birth_date]
            expect: {outcome: NOT_ELIGIBLE}
        """);
    write(
        "test-cases/plan/follow-up.yaml",
        """
        scheme: follow-up
        cases:
          - {name: 甲, on: 2024-09-01, facts: {}, expect: {outcome: NEEDS_INFO}}
        """);
  }

  Path path(String file) {
    return root.resolve(file);
  }

  void write(String file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String file, byte[] bytes) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.write(path(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes something else into a file; it must have held the old words. */
  Folder change(String file, String old, String other) {
    String text = text(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold " + old);
    }
    write(file, text.replace(old, other));
    return this;
  }

  Folder delete(String file) {
    try {
      Files.delete(path(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Loaded load() {
    return Packs.load(root);
  }

  /** The line on which a word first stands. */
  int line(String file, String word) {
    List<String> lines = text(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(word)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(file + " does not hold " + word);
  }

  List<String> problems() {
    return load().problems().stream().filter(p -> !p.notice()).map(Problem::toString).toList();
  }

  List<String> notices() {
    return load().problems().stream().filter(Problem::notice).map(Problem::toString).toList();
  }
}
