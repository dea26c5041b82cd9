package huice.casework.impact;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.model.Text;
import huice.store.ImpactTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comparisons a release needs before it goes live (R48, R50). In the caller's transaction;
 * thread-safe.
 */
@ApplicationScoped
public class Shadow {
  private final ImpactTable table;

  Shadow(ImpactTable table) {
    this.table = table;
  }

  /**
   * A reference that is the id of a comparison has to be of this release, whole and done; any other
   * is of an assessment on paper.
   *
   * @throws Invalid when it is not
   */
  public void requireReference(String reference, String release) {
    UUID id = id(reference);
    if (id == null) {
      return;
    }
    Optional<ImpactTable.Row> found = table.find(id);
    if (found.isEmpty()) {
      throw refused(
          Text.of("没有这次影响评估", "there is no such impact assessment"),
          Text.of("请先用 ./huice impact --database 评估", "make one with ./huice impact --database"));
    }
    ImpactTable.Row row = found.get();
    if (!row.release().equals(release) || row.scheme() != null || !row.state().equals("done")) {
      throw refused(
          Text.of(
              "这次影响评估不是这个发布的，或只看了一个项目，或还没有算完",
              "this impact assessment is of another release, of one scheme only, or not done"),
          Text.of("请就这些文件重新评估", "make one of these very files"));
    }
  }

  private static @Nullable UUID id(String reference) {
    try {
      UUID id = UUID.fromString(reference);
      return id.toString().equalsIgnoreCase(reference) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Invalid refused(Text what, Text instead) {
    return new Invalid("/impact", what, instead);
  }

  /**
   * A release that is to decide ran beside the live one on the real cases, if there are any, and
   * somebody has answered for every difference.
   *
   * @throws Conflict when it did not, or there are differences that nobody answered for
   */
  public void require(String release, String live) {
    if (release.equals(live) || !table.anybody()) {
      return;
    }
    ImpactTable.Row row =
        table
            .shadow(release, live)
            .orElseThrow(
                () ->
                    new Conflict(
                        Text.of(
                            "这个发布还没有在真实个案上与现行发布并行测算：请先 ./huice impact --database，再说明或接受每项差异。",
                            "This release has not run beside the live one on the real cases: run"
                                + " ./huice impact --database first, then answer for every"
                                + " difference.")));
    Set<String> answered = new HashSet<>();
    table
        .answers(row.id())
        .forEach(answer -> answered.add(answer.scheme() + " " + answer.change()));
    List<String> open =
        table.differences(row.id()).stream()
            .map(difference -> difference.scheme() + " " + difference.change())
            .filter(difference -> !answered.contains(difference))
            .toList();
    if (!open.isEmpty()) {
      throw new Conflict(
          Text.of(
              "还有 " + open.size() + " 项差异无人说明或接受，见 /desk/impacts/" + row.id(),
              open.size()
                  + " differences are neither explained nor accepted: see /desk/impacts/"
                  + row.id()));
    }
  }
}
