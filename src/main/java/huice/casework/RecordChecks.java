package huice.casework;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Statement;
import huice.model.Statement.Kind;
import huice.model.Text;
import huice.policy.CaseFault;
import huice.policy.StatementReader;
import huice.store.FactRow;
import huice.store.RecordRow;
import huice.store.RecordTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can be wrong with what is to be recorded, told at once before anything is. */
record RecordChecks(
    Dictionary dictionary, RecordRow record, Entity entity, RecordTable records, Access access) {

  /**
   * The statements as they are to be kept.
   *
   * @throws Invalid naming all faults
   */
  List<Statement> fit(StatementReader.Read read, List<FactRow> there, LocalDate today) {
    if (!read.faults().isEmpty()) {
      throw new Invalid(read.faults().stream().map(RecordChecks::fault).toList());
    }
    links(read.said());
    Recording recording = new Recording(there);
    List<Statement> fitted = recording.fit(read.said());
    order(recording, fitted, there, today);
    return fitted;
  }

  private static Invalid.Fault fault(CaseFault fault) {
    return new Invalid.Fault(fault.pointer(), fault.what(), fault.instead());
  }

  private void links(List<Statement> said) {
    List<Invalid.Fault> faults = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Statement one = said.get(i);
      String value = one.value();
      if (one.kind() == Kind.LINK && value != null) {
        Text what = unfit(one.path(), UUID.fromString(value));
        if (what != null) {
          faults.add(
              new Invalid.Fault(
                  "/entries/" + i + "/link",
                  what,
                  Text.of("请写一份这类记录的 id", "write the id of a record of this kind")));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** Why a record cannot be a root of this one's case; null when it can. */
  private @Nullable Text unfit(String root, UUID target) {
    Optional<RecordRow> other = records.find(target);
    if (other.isEmpty()) {
      return Text.of("没有这份记录", "there is no such record");
    }
    String kind = other.get().entity();
    if (!kind.equals(dictionary.roots().get(root))) {
      return Text.of("这份记录不是这一类", "this record is of another kind");
    }
    if (target.equals(record.id())
        || Reading.root(dictionary, record.entity()).filter(root::equals).isPresent()) {
      return Text.of("不能关联自己", "a record is not linked with itself");
    }
    // Otherwise whoever sees the organisation would see the person.
    return access.closed(kind) && !access.closed(record.entity())
        ? Text.of("单位的记录不关联个人", "an organisation's record is not linked with persons")
        : null;
  }

  private void order(
      Recording recording, List<Statement> fitted, List<FactRow> there, LocalDate today) {
    List<FactRow> after = new ArrayList<>(there);
    long seq = Long.MAX_VALUE - fitted.size();
    for (Statement one : fitted) {
      after.add(new FactRow(seq++, record.id(), one, Instant.EPOCH, record.createdBy()));
    }
    AsKnown known = new AsKnown(dictionary, List.of(record.id()), after, Long.MAX_VALUE, today);
    List<Invalid.Fault> faults = new ArrayList<>();
    for (String prefix : known.reversed(entity)) {
      Integer place = place(recording, known, prefix);
      if (place != null) {
        faults.add(
            new Invalid.Fault(
                "/entries/" + place,
                Text.of("结束早于开始", "it would end before it begins"),
                Text.of("请核对两个日期", "check the two dates")));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** The entry that turned something upside down, null when it was so before. */
  private static @Nullable Integer place(Recording recording, AsKnown known, String prefix) {
    for (String path : known.paths()) {
      Integer place = path.startsWith(prefix) ? recording.place(path) : null;
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
