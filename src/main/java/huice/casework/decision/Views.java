package huice.casework.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Text;
import huice.store.ActRow;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows applications and decisions. Thread-safe. */
@Singleton
class Views {
  private final ObjectMapper json;
  private final Periods periods;

  Views(ObjectMapper json, Settings settings) {
    this.json = json;
    this.periods = settings.periods();
  }

  ApplicationView of(Courses.Loaded loaded, Now now) {
    Course course = loaded.course();
    return new ApplicationView(
        brief(loaded.row(), now),
        id(course.proposal()),
        id(course.effective()),
        course.held(),
        after(course.delivered(), periods.comment()),
        after(course.notified(), periods.objection()),
        route(),
        loaded.decisions().stream().map(this::brief).toList(),
        loaded.acts().stream().map(this::done).toList(),
        Machine.steps().stream()
            .filter(s -> s.from() == course.state())
            .map(Step::act)
            .distinct()
            .toList());
  }

  /** To whom and how long one may object (R40). */
  private Text route() {
    int days = periods.objection();
    return Text.of(
        "对不利决定、不予受理或者逾期不办，可自送达之日起" + days + "日内向本机构提出异议，由作决定以外的人复核；没有送达的，期限不起算。",
        "You may object to an adverse decision, a refusal to open a case or the office's silence"
            + " within "
            + days
            + " days of delivery, at this office; a person other than who decided reviews it."
            + " Without delivery no deadline runs.");
  }

  private static @Nullable UUID id(@Nullable Draft draft) {
    return draft == null ? null : draft.id();
  }

  private static @Nullable LocalDate after(@Nullable LocalDate day, int days) {
    return day == null ? null : day.plusDays(days);
  }

  static ApplicationView.Brief brief(ApplicationRow row, Now now) {
    State state = State.valueOf(row.state());
    return new ApplicationView.Brief(
        row.id(),
        receipt(row),
        row.record(),
        row.scheme(),
        row.subject(),
        row.office(),
        row.channel(),
        row.appliedOn(),
        row.dueOn(),
        state.open() && now.today().isAfter(row.dueOn()),
        row.from(),
        row.to(),
        row.claimed(),
        state,
        state.label(),
        row.version());
  }

  /** A number to be read out: the day and the beginning of the id. */
  private static String receipt(ApplicationRow row) {
    return row.appliedOn().format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + row.id().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private ApplicationView.Done done(ActRow act) {
    Act kind = Act.valueOf(act.kind());
    return new ApplicationView.Done(
        kind,
        kind.label(),
        act.decision(),
        act.day(),
        act.at(),
        act.by(),
        tree(act.content()),
        act.version());
  }

  DecisionView.Brief brief(DecisionRow row) {
    return new DecisionView.Brief(
        row.id(),
        row.application(),
        row.no(),
        row.kind(),
        row.result(),
        Bearing.of(row.bearing()),
        row.adverse(),
        row.automatic(),
        row.payable(),
        row.amount(),
        row.on(),
        row.from(),
        row.to(),
        row.factsVersion(),
        row.release(),
        row.program(),
        row.drools(),
        tree(row.measures()),
        row.replaces(),
        row.code(),
        row.reason(),
        row.madeAt(),
        row.madeBy());
  }

  /** For the office: everything. */
  DecisionView whole(DecisionRow row, List<String> switchedOff) {
    return new DecisionView(brief(row), tree(row.outcome()), tree(row.given()), switchedOff);
  }

  /** For an applicant that is no person: what its own claim needs (R31). */
  DecisionView withheld(DecisionRow row, List<String> switchedOff) {
    return new DecisionView(brief(row), Withheld.from(tree(row.outcome())), null, switchedOff);
  }

  JsonNode tree(String text) {
    try {
      return Objects.requireNonNull(json.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
