package huice.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void aChineseCharacterTakesTwoColumnsAndALatinLetterOne() {
    assertThat(Columns.width("奖补 6,750.00 元")).isEqualTo(4 + 1 + 8 + 1 + 2);
    assertThat(Columns.width("，。〔〕")).isEqualTo(8);
    assertThat(Columns.width("𠮷")).isEqualTo(2);
  }

  @Test
  void aLineBreaksBetweenChineseCharactersButNotBeforeAComma() {
    assertThat(Columns.wrap("双方各自连续，稳定就业", 12)).containsExactly("双方各自连", "续，稳定就业");
  }

  @Test
  void aLineDoesNotEndWithAnOpeningBracket() {
    assertThat(Columns.wrap("双方满〔月数〕个月", 8)).containsExactly("双方满", "〔月数〕", "个月");
  }

  @Test
  void latinWordsStayWhole() {
    assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void aWordLongerThanTheLineIsCut() {
    assertThat(Columns.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    assertThat(Columns.wrap("", 10)).containsExactly("");
  }

  @Test
  void noLineIsWiderThanAskedAndNoCharacterIsLost() {
    Random random = new Random(7);
    String alphabet = "ab 12。，（）〔〕就业补贴x元 ";
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int width = 4 + random.nextInt(30);
      List<String> lines = Columns.wrap(text.toString(), width);

      assertThat(lines).allMatch(line -> Columns.width(line) <= width);
      assertThat(String.join("", lines).replace(" ", ""))
          .isEqualTo(text.toString().replace(" ", ""));
    }
  }
}
