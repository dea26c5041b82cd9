package huice.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the dictionary of facts never holds (R24 and "what is never built"): a list that files can
 * lengthen and not shorten. Chinese words are looked for anywhere, English ones as whole words; a
 * trailing {@code *} stands for any ending.
 */
final class NeverBuilt {
  private static final Pattern SEPARATORS = Pattern.compile("[^a-z-]+");
  private static final Pattern HARMLESS = Pattern.compile("\\b(basis|percentage)[ _]points?\\b");

  private static final Map<String, List<String>> CORE = new LinkedHashMap<>();

  /** Attributes that a fact may have only when it says so, for the register of R21. */
  private static final Map<String, List<String>> PROTECTED = new LinkedHashMap<>();

  static {
    CORE.put("ethnicity", words("民族 族别 种族 新疆籍 ethnic* race racial tribe nationality"));
    CORE.put("religion", words("宗教 信仰 教派 清真寺 礼拜 religio* faith mosque prayer worship"));
    CORE.put("origin", words("籍贯 户籍 户口 原籍 祖籍 出生地 hukou origin birthplace native"));
    CORE.put(
        "thought",
        words(
            "思想 意识形态 政治 忠诚 感恩 态度 党员 国语 普通话 国家通用语言 thought* ideolog* politic* loyal* mindset attitude* mandarin"));
    CORE.put(
        "police",
        words("公安 警 派出所 政法 政审 备审 两审 维稳 稳控 研判 检举 线人 信息员 police vetting informant* surveillance"));
    CORE.put("prison", words("刑满 释放 服刑 前科 犯罪 监狱 矫正 prison* convict* crim* inmate* parole*"));
    CORE.put(
        "score",
        words(
            "评分 积分 打分 得分 分值 信用分 等级 星级 评级 排名 风险 评议 表现 score* scoring rating* rank* point points level levels risk*"));
    CORE.put("mark", words("颜色 三色 绿色 黄色 红色 标色 colour* color* yellow red green"));
    CORE.put(
        "whereabouts",
        words(
            "行踪 轨迹 定位 去向 行程 外出日期 离开日期 返回日期 出境 位置 人脸 whereabouts location* trajector* tracking gps departure* movement* itinerary"));
    CORE.put("contacts", words("社会关系 亲属表现 家庭动态 交往 通话记录 acquaintance*"));
    CORE.put("refusal", words("拒绝 拒岗 拒不 不接受 失联 refus* reject* declin* unreachable"));

    PROTECTED.put("sex", words("性别 男性 女性 sex gender male female"));
    PROTECTED.put("age", words("年龄 出生 age birth birthday"));
    PROTECTED.put("marriage", words("婚 marriage marital married divorc*"));
    PROTECTED.put("disability", words("残疾 disab*"));
    PROTECTED.put("health", words("健康 疾病 患病 怀孕 health illness disease sick pregnan*"));
  }

  private final Map<String, List<String>> never = new LinkedHashMap<>();
  private final Map<String, List<String>> attributes = new LinkedHashMap<>();

  /** The core lists and the words that a file adds by attribute. */
  NeverBuilt(Map<String, List<String>> added) {
    CORE.forEach((attribute, words) -> never.put(attribute, new ArrayList<>(words)));
    PROTECTED.forEach((attribute, words) -> attributes.put(attribute, new ArrayList<>(words)));
    added.forEach(
        (attribute, words) ->
            (attributes.containsKey(attribute) ? attributes : never)
                .computeIfAbsent(attribute, a -> new ArrayList<>())
                .addAll(words));
  }

  /** The attributes that a fact may declare. */
  static List<String> declarable() {
    return List.copyOf(PROTECTED.keySet());
  }

  /** Whether an attribute may not be declared either. */
  static boolean undeclarable(String attribute) {
    return CORE.containsKey(attribute);
  }

  /** A word that may not stand in the dictionary at all, with what it is about. */
  Optional<Hit> refused(String text) {
    return find(never, text);
  }

  /** A word of a protected attribute. */
  Optional<Hit> attribute(String text) {
    return find(attributes, text);
  }

  record Hit(String attribute, String word) {}

  private static Optional<Hit> find(Map<String, List<String>> lists, String text) {
    String normal = Words.normal(text);
    String plain = HARMLESS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    List<String> tokens = List.of(SEPARATORS.split(plain));
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      for (String word : list.getValue()) {
        boolean latin = word.charAt(0) < 0x80;
        boolean hit =
            latin ? tokens.stream().anyMatch(t -> matches(t, word)) : normal.contains(word);
        if (hit) {
          return Optional.of(new Hit(list.getKey(), word));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(String token, String word) {
    return word.endsWith("*")
        ? token.startsWith(word.substring(0, word.length() - 1))
        : token.equals(word);
  }

  private static List<String> words(String list) {
    return List.of(list.split(" "));
  }
}
