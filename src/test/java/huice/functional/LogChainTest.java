package huice.functional;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.equalTo;

import huice.casework.LogCheck;
import huice.casework.LogCheck.Broken;
import huice.casework.LogCheck.Wrong;
import huice.casework.LogHeads;
import huice.model.Actor;
import huice.model.Role;
import huice.store.Journal;
import huice.store.LogKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log is appended to only, and whoever meddles with it is found. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LogChainTest {
  private static final String NO_RIGHT = "42501";

  @Inject LogSubjects subjects;
  @Inject LogCheck check;
  @Inject LogHeads heads;
  @Inject Journal journal;
  @Inject DataSource database;

  @ConfigProperty(name = "huice.data")
  Path data;

  private Actor auditor;

  @BeforeEach
  void account() {
    auditor = subjects.account(Role.AUDITOR);
  }

  @Test
  void r45TheApplicationCanNeitherUpdateNorDeleteWhatIsAppendedTo() throws SQLException {
    subjects.write(auditor, LogKind.ACT, null, "{}");
    for (String table :
        List.of(
            "log_entry kind",
            "log_content content",
            "decision result",
            "decision_rule result",
            "fact value",
            "act kind",
            "release content",
            "release_step kind",
            "master_key proof")) {
      String name = table.substring(0, table.indexOf(' '));
      String column = table.substring(table.indexOf(' ') + 1);
      for (String sql :
          List.of(
              "update " + name + " set " + column + " = " + column,
              "delete from " + name,
              "truncate " + name + " cascade",
              "alter table " + name + " add column more text",
              "drop table " + name + " cascade")) {
        assertThat(refusal(sql)).as(sql).isEqualTo(NO_RIGHT);
      }
    }
    assertThat(refusal("set role postgres")).isEqualTo(NO_RIGHT);
  }

  @Test
  @TestSecurity(user = "auditor-a", roles = "auditor")
  void r45TheFirstChangedByteIsNamedAlsoWhereLaterOnesAreChanged() throws SQLException {
    List<Long> seqs = written(5);
    String change =
        "update log_content set content = set_byte(content, 0, get_byte(content, 0) # 1)"
            + " where seq in ("
            + seqs.get(1)
            + ", "
            + seqs.get(3)
            + ")";
    try (Owner owner = new Owner()) {
      assertThat(owner.run(change)).isEqualTo(2);
      try {
        when()
            .get("/api/log/verification")
            .then()
            .statusCode(200)
            .body("whole", equalTo(false))
            .body("entries", equalTo(Math.toIntExact(seqs.get(0))))
            .body("broken.seq", equalTo(Math.toIntExact(seqs.get(1))))
            .body("broken.wrong", equalTo("content-changed"));
      } finally {
        owner.run(change);
      }
    }
    when().get("/api/log/verification").then().body("whole", equalTo(true));
  }

  @Test
  void r45AChangedEntryIsNamed() throws SQLException {
    long seq = written(3).get(1);
    String at = " where seq = " + seq;
    for (String change :
        List.of(
            "kind = 'read'",
            "actor = 'somebody else'",
            "at = at + interval '1 microsecond'",
            "digest = sha256('other')",
            "prev = sha256('other')",
            "hash = sha256('other')",
            "about = (select id from person limit 1)")) {
      subjects.person(auditor);
      changed(change, at, seq, Wrong.ENTRY_CHANGED);
    }
  }

  @Test
  void r45AnEntryThatWasWrittenAnewByTheRulesBreaksTheChainAtTheNext() throws SQLException {
    long seq = written(3).get(1);
    String hash =
        "sha256(int4send(length(prev)) || prev || int8send(seq)"
            + " || int8send((extract(epoch from at) * 1000000)::bigint)"
            + " || int4send(4) || 'read' || int4send(length(actor)) || actor::bytea"
            + " || int4send(0) || int4send(length(digest)) || digest)";
    changed("kind = 'read', hash = " + hash, " where seq = " + seq, seq + 1, Wrong.ORDER);
  }

  @Test
  void r45AnEntryDeletedInTheMiddleIsNamed() throws SQLException {
    long seq = written(3).get(1);
    try (Owner owner = new Owner()) {
      cut(owner, "seq = " + seq);
      try {
        assertThat(broken()).isEqualTo(new Broken(seq, Wrong.ENTRY_MISSING, null));
      } finally {
        putBack(owner);
      }
    }
    assertThat(broken()).isNull();
  }

  @Test
  void r45AContentDeletedIsNamed() throws SQLException {
    long seq = written(3).get(1);
    try (Owner owner = new Owner()) {
      owner.run("create temp table kept as select * from log_content where seq = " + seq);
      owner.run("delete from log_content where seq = " + seq);
      try {
        assertThat(broken()).isEqualTo(new Broken(seq, Wrong.CONTENT_MISSING, null));
      } finally {
        owner.run("insert into log_content select * from kept");
      }
    }
    assertThat(broken()).isNull();
  }

  @Test
  void r45EntriesCutOffAtTheEndAreFoundByTheHeadOutsideTheDatabase() throws SQLException {
    long last = written(3).get(2);
    heads.closeDayBefore(Instant.now().plus(Duration.ofDays(1)));
    try (Owner owner = new Owner()) {
      cut(owner, "seq >= " + (last - 1));
      try {
        Broken broken = broken();
        assertThat(broken.seq()).isEqualTo(last - 1);
        assertThat(broken.wrong()).isEqualTo(Wrong.ENTRY_MISSING);
        assertThat(broken.head()).endsWith(":" + lines(broken.head()));
        goOnInstead(owner, last);
      } finally {
        putBack(owner);
      }
    }
    assertThat(broken()).isNull();
  }

  /** Two other entries take the numbers of those cut off: the chain holds, the head does not. */
  private void goOnInstead(Owner owner, long last) throws SQLException {
    assertThat(written(2)).containsExactly(last - 1, last);
    assertThat(broken().seq()).isEqualTo(last);
    assertThat(broken().wrong()).isEqualTo(Wrong.HEAD_DIFFERS);
    owner.run("delete from log_content where seq >= " + (last - 1));
    owner.run("delete from log_entry where seq >= " + (last - 1));
  }

  @Test
  void r45ALineThatSomebodyWroteAmongTheHeadsIsNamed() throws IOException {
    written(1);
    heads.closeDayBefore(Instant.now().plus(Duration.ofDays(1)));
    Path file = data.resolve("log-heads").resolve("2000-01.txt");
    Files.writeString(file, "2000-01-01 nonsense\n", StandardOpenOption.CREATE_NEW);
    try {
      assertThat(broken()).isEqualTo(new Broken(0, Wrong.HEAD_UNREADABLE, "2000-01.txt:1"));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void r45ADaysHeadIsWrittenWithTheFirstEntryOfTheNextAndOnlyOnce() throws IOException {
    Instant day = Instant.now().plus(Duration.ofDays(400));
    long last = writeAt(day);
    assertThat(headsWith(last)).isEmpty();
    QuarkusTransaction.begin();
    journal.write(entry(day.plus(Duration.ofDays(1))));
    QuarkusTransaction.rollback();
    assertThat(headsWith(last)).as("rolled back").isEmpty();

    long next = writeAt(day.plus(Duration.ofDays(1)));
    heads.closeDayBefore(day.plus(Duration.ofDays(1)));

    assertThat(headsWith(last)).hasSize(1);
    assertThat(headsWith(next)).isEmpty();
    // The log goes on in the present.
    writeAt(Instant.now());
    assertThat(broken()).isNull();
  }

  @Test
  void r47ADestroyedKeyMakesTheContentUnreadableAndLeavesTheChainWhole() {
    UUID person = subjects.person(auditor);
    subjects.write(auditor, LogKind.READ, person, "{\"name\":\"阿依古丽\"}");
    long unreadable = check.check().unreadable();

    subjects.erase(person);

    LogCheck.Found found = check.check();
    assertThat(found.broken()).isNull();
    assertThat(found.unreadable()).isEqualTo(unreadable + 1);
  }

  @Test
  void r47AKeyThatIsGoneWithoutAnErasureIsNamed() throws SQLException {
    UUID person = subjects.person(auditor);
    long seq = subjects.write(auditor, LogKind.READ, person, "{}");
    try (Owner owner = new Owner()) {
      owner.run("create temp table kept as select * from person_key where person='" + person + "'");
      owner.run("delete from person_key where person = '" + person + "'");
      try {
        assertThat(broken()).isEqualTo(new Broken(seq, Wrong.KEY_MISSING, null));
      } finally {
        owner.run("insert into person_key select * from kept");
      }
    }
    assertThat(broken()).isNull();
  }

  @Test
  void manyWritersAtOnceKeepTheChainWithoutAGap() throws Exception {
    long before = check.check().entries();
    int writers = 8;
    int each = 20;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        work.add(pool.submit(() -> writeSome(each)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }

    LogCheck.Found found = check.check();
    assertThat(found.broken()).isNull();
    assertThat(found.entries()).isEqualTo(before + writers * each / 2);
  }

  /** Every second one is rolled back. */
  private void writeSome(int count) {
    for (int i = 0; i < count; i++) {
      boolean fail = i % 2 == 1;
      try {
        QuarkusTransaction.requiringNew()
            .run(
                () -> {
                  journal.write(entry(Instant.now()));
                  if (fail) {
                    throw new IllegalArgumentException("as a test");
                  }
                });
      } catch (IllegalArgumentException e) {
        assertThat(fail).isTrue();
      }
    }
  }

  private Journal.Entry entry(Instant at) {
    return new Journal.Entry(at, LogKind.ACT, auditor, null, "{\"no\":1}");
  }

  private long writeAt(Instant at) {
    return QuarkusTransaction.requiringNew().call(() -> journal.write(entry(at)));
  }

  private List<Long> written(int count) {
    return Stream.generate(() -> writeAt(Instant.now())).limit(count).toList();
  }

  private Broken broken() {
    return check.check().broken();
  }

  private void changed(String set, String where, long broken, Wrong wrong) throws SQLException {
    try (Owner owner = new Owner()) {
      owner.run("create temp table kept as select * from log_entry" + where);
      owner.run("update log_entry set " + set + where);
      try {
        assertThat(broken()).as(set).isEqualTo(new Broken(broken, wrong, null));
      } finally {
        owner.run(
            "update log_entry e set at = k.at, kind = k.kind, actor = k.actor, about = k.about,"
                + " digest = k.digest, prev = k.prev, hash = k.hash from kept k"
                + " where k.seq = e.seq");
      }
    }
    assertThat(broken()).isNull();
  }

  private static void cut(Owner owner, String which) throws SQLException {
    owner.run("create temp table kept_content as select * from log_content where " + which);
    owner.run("create temp table kept_entry as select * from log_entry where " + which);
    owner.run("delete from log_content where " + which);
    owner.run("delete from log_entry where " + which);
  }

  private static void putBack(Owner owner) throws SQLException {
    owner.run("insert into log_entry select * from kept_entry");
    owner.run("insert into log_content select * from kept_content");
  }

  private String refusal(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
      return refused == null ? "done" : refused.getSQLState();
    }
  }

  private int lines(String head) {
    try {
      String file = head.substring(0, head.indexOf(':'));
      return Files.readAllLines(data.resolve("log-heads").resolve(file)).size();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> headsWith(long seq) throws IOException {
    Path folder = data.resolve("log-heads");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines.stream().filter(line -> line.split(" ")[1].equals(Long.toString(seq))).toList();
  }
}
