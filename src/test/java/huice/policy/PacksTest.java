package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Clause;
import huice.model.Known;
import huice.model.Loaded;
import huice.model.Node;
import huice.model.Parameter;
import huice.model.Raw;
import huice.model.Release;
import huice.model.Rows;
import huice.model.Table;
import huice.model.TestCase;
import huice.model.ValueType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {
  @TempDir Path root;
  Folder folder;

  @BeforeEach
  void write() {
    folder = new Folder(root);
  }

  @Test
  void packsInGoodOrderLoadWithoutAProblem() {
    Loaded loaded = folder.load();

    assertThat(loaded.problems()).isEmpty();
    Release release = release();
    assertThat(release.digest()).matches("[0-9a-f]{64}");
    assertThat(release.vocabulary().lines().get(0)).isEqualTo("[keyword]规则=rule");
    assertThat(release.rules()).extracting("pack", "scheme").hasSize(1);
    assertThat(release.pack("plan").orElseThrow().clauses())
        .extracting(Clause::status)
        .containsExactly(Clause.Status.ENCODED, Clause.Status.AGGREGATE, Clause.Status.DECLINED);
  }

  @Test
  void parametersKeepWhatTheOfficerWroteExactly() {
    Parameter share = parameter("补贴比例");
    assertThat(share.versions().get(0).written()).containsEntry("", "2/3");
    assertThat(share.versions().get(0).values()).containsEntry("", 666_667L);

    Parameter wage = parameter("最低工资");
    assertThat(wage.versions().get(0).written()).containsEntry("one", "1890.00");
    assertThat(wage.versions().get(0).values()).containsEntry("two", Raw.of(1750));

    Parameter months = parameter("连续就业月数");
    assertThat(months.versions().get(1).published()).isFalse();
    assertThat(months.versions().get(1).atLeast()).isEqualTo(Raw.of(3));

    assertThat(parameter("节假日").type()).isEqualTo(ValueType.DATE);
    assertThat(parameter("节假日").versions().get(0).list())
        .containsExactly("2024-01-01", "2024-05-01");
  }

  @Test
  void tablesKeepTheirCellsAndLines() {
    Table table = release().tables().get(0);
    assertThat(table.rows())
        .containsExactly(List.of("情形", "频次"), List.of("稳定,就业", "每季度一次"), List.of("其他", "每月\"一次\""));
    assertThat(table.lines()).containsExactly(1, 2, 4);
  }

  @Test
  void aCaseLikeAnotherTakesOverWhatIsNotChanged() {
    TestCase changed = release().cases().get(1);
    Node worker = Objects.requireNonNull(changed.given().roots().get("worker"));
    Rows rows =
        Objects.requireNonNull(worker.list(worker.entity().relation("employments").orElseThrow()));
    Node row = rows.rows().get(0);
    assertThat(row.fact(row.entity().fact("start").orElseThrow()))
        .isEqualTo(
            new Known.Value(
                Raw.of(java.time.LocalDate.of(2024, 3, 2)), huice.model.Evidence.DECLARED));
    assertThat(row.fact(row.entity().fact("end").orElseThrow())).isInstanceOf(Known.None.class);
    assertThat(worker.fact(worker.entity().fact("birth_date").orElseThrow()))
        .isEqualTo(Known.ABSENT);
    assertThat(changed.line()).isEqualTo(folder.line(Folder.CASES, "差一天"));
  }

  @Test
  void theDigestNamesEveryByteOfEveryFile() {
    String before = release().digest();
    folder.change(Folder.RULE, "完", "完 ");
    String after = release().digest();
    folder.change(Folder.RULE, "完 ", "完");
    assertThat(after).isNotEqualTo(before);
    assertThat(release().digest()).isEqualTo(before);
  }

  private Release release() {
    return Objects.requireNonNull(folder.load().release());
  }

  private Parameter parameter(String name) {
    return release().packs().get(0).parameters().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
