package huice.entry.page.cases;

import huice.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page before something takes effect: what it means for the person, what has to hold first.
 * {@code keep} are fields typed on the page before.
 */
record StopView(
    String address,
    String back,
    Text title,
    boolean adverse,
    List<Text> means,
    List<Need> checks,
    List<CaseView.Said> said,
    @Nullable String reasons,
    List<String> keep,
    Text send,
    int version) {
  /** Something that has to hold first. */
  record Need(Text what, boolean holds) {}
}
