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

  /** Words in which one of the list stands by chance: 支出国家补助. */
  private static final Pattern HARMLESS_ZH = Pattern.compile("支出");

  private static final Map<String, List<String>> CORE = new LinkedHashMap<>();

  /**
   * What each of them is about, in Chinese; an attribute that a file adds is named as it stands.
   */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ethnicity", "民族"),
          Map.entry("religion", "宗教"),
          Map.entry("origin", "籍贯"),
          Map.entry("thought", "思想"),
          Map.entry("police", "警务和监视"),
          Map.entry("prison", "前科"),
          Map.entry("score", "评分"),
          Map.entry("mark", "标色"),
          Map.entry("whereabouts", "行踪"),
          Map.entry("contacts", "社会关系"),
          Map.entry("refusal", "拒绝"),
          Map.entry("fault", "故意"),
          Map.entry("quota", "转移指标"),
          Map.entry("sex", "性别"),
          Map.entry("age", "年龄"),
          Map.entry("marriage", "婚姻"),
          Map.entry("disability", "残疾"),
          Map.entry("health", "健康"));

  /** Attributes that a fact may have only when it says so, for the register of R21. */
  private static final Map<String, List<String>> PROTECTED = new LinkedHashMap<>();

  static {
    CORE.put("ethnicity", words("民族 族别 族裔 种族 新疆籍 ethnic* race racial tribe nationality"));
    CORE.put(
        "religion",
        words(
            "宗教 信仰 教派 教徒 清真寺 礼拜 朝觐 封斋 斋戒 面纱 蒙面 头巾 胡须 religio* faith mosque* pray* worship* pilgrim* fasting veil* hijab* headscarf headscarves burqa* beard*"));
    CORE.put("origin", words("籍贯 户籍 户口 原籍 祖籍 出生地 hukou origin birthplace native"));
    CORE.put(
        "thought",
        words(
            "思想 意识形态 政治 忠诚 感恩 态度 党员 国语 普通话 国家通用语言 升旗 升国旗 国旗 宣誓 表态 夜校 品德 爱国 thought* ideolog* politic* loyal* mindset attitude* mandarin flag flags oath* patriot* gratitude"));
    CORE.put(
        "police",
        words(
            "公安 警 派出所 政法 政审 备审 两审 维稳 稳控 研判 检举 揭发 线人 信息员 走访 入户 摸排 police vetting vetted informant* informer* surveillance"));
    CORE.put(
        "prison",
        words(
            "刑满 释放 服刑 前科 犯罪 监狱 矫正 拘留 收押 教培中心 prison* convict* crim* inmate* parole* detain* detention"));
    CORE.put(
        "score",
        words(
            "评分 积分 打分 得分 分值 信用分 等级 星级 评级 排名 风险 评议 表现 score* scoring rating* rank* point points level levels risk*"));
    CORE.put("mark", words("颜色 三色 绿色 黄色 红色 标色 colour* color* yellow red green"));
    CORE.put(
        "whereabouts",
        words(
            "行踪 轨迹 定位 去向 行程 外出日期 离开日期 返回日期 出境 入境 境外 国外 出国 护照 位置 人脸 abroad overseas passport* whereabouts location* trajector* tracking gps departure* movement* itinerary"));
    CORE.put("contacts", words("社会关系 亲属表现 家庭动态 交往 通话记录 acquaintance*"));
    CORE.put("refusal", words("拒绝 拒岗 拒不 不接受 失联 refus* reject* declin* unreachable"));

    CORE.put(
        "fault",
        words(
            "故意 蓄意 恶意 骗取 骗保 骗补 欺诈 诈骗 fraud* deceit* deceiv* intent intentional* malice malicious* wilful* willful*"));
    CORE.put("quota", words("转移指标 转移任务 转移就业率 组织输出 统一派工 人员储备 储备名单"));

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

  /** A word found and what it is about. */
  record Hit(String attribute, String word) {
    /** The attribute in Chinese. */
    String name() {
      return NAMES.getOrDefault(attribute, attribute);
    }
  }

  private static Optional<Hit> find(Map<String, List<String>> lists, String text) {
    String normal = HARMLESS_ZH.matcher(Words.normal(text)).replaceAll(" ");
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
