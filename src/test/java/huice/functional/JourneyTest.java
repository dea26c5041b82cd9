package huice.functional;

import static huice.functional.Clients.ok;
import static huice.functional.Clients.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import huice.client.ApplicationsApi;
import huice.client.DecisionsApi;
import huice.client.LogApi;
import huice.client.LookingBackApi;
import huice.client.PersonsApi;
import huice.client.RecordsApi;
import huice.client.model.ApplicationView;
import huice.client.model.Change;
import huice.client.model.Channel;
import huice.client.model.Code;
import huice.client.model.Comment;
import huice.client.model.Delivered;
import huice.client.model.Entries;
import huice.client.model.Entry;
import huice.client.model.LogVerification;
import huice.client.model.NewApplication;
import huice.client.model.NewPerson;
import huice.client.model.NewProposal;
import huice.client.model.Objection;
import huice.client.model.OfRecord;
import huice.client.model.Period;
import huice.client.model.Person;
import huice.client.model.PersonNumber;
import huice.client.model.Reassessed;
import huice.client.model.ReassessmentList;
import huice.client.model.Recorded;
import huice.client.model.Replay;
import huice.client.model.Result;
import huice.client.model.Review;
import huice.client.model.State;
import huice.client.model.Version;
import huice.client.model.Way;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person's whole way, as a program goes it that was made from the service's description. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class JourneyTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String SCHEME = "skill-upgrade";
  private static final String ROW = "skill_certificates[new]";
  private static final String WORDS =
      "我是" + Planted.NAME + "，证号" + Planted.NUMBER + "，电话" + Planted.PHONE + "，我的证书是四级";

  private final Actor caseworker = Accounts.actor(Role.CASEWORKER, "A");
  private final Actor certifier = Accounts.actor(Role.CERTIFIER, "A");
  private final Actor reviewer = Accounts.actor(Role.REVIEWER, "A");
  private final Actor auditor = Accounts.actor(Role.AUDITOR, "A");

  private UUID application;

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void fromRegistrationToACorrectedFactEveryStepLeadsOnAndTheIdentityStaysInTheRecords() {
    Planted.isNowhereElseAfter(
        () -> {
          UUID person = registered();
          long tier = recorded(person);
          refusedAfterComment(person);
          grantedOnReview();
          corrected(person, tier);
          wholeInTheEnd();
        });
  }

  @Test
  void anIdentityInAnAddressOfTheClientIsFound() {
    PersonsApi persons = new PersonsApi(Clients.of(caseworker));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Planted.isNowhereElseAfter(
                    () -> refused(() -> persons.person(Planted.NUMBER, null, null))))
        .withMessageContaining("addresses");
  }

  private UUID registered() {
    NewPerson form =
        new NewPerson()
            .number(Planted.NUMBER)
            .name(Planted.NAME)
            .registeredOn(DAY)
            .channel(NewPerson.ChannelEnum.COUNTER)
            .consentOn(DAY);
    PersonsApi persons = new PersonsApi(Clients.of(caseworker));
    String key = key();
    Person person = ok(() -> persons.registerPerson(key, form));
    assertThat(ok(() -> persons.registerPerson(key, form)).getId())
        .as("the same call, sent again because its answer got lost")
        .isEqualTo(person.getId());
    assertThat(refused(() -> persons.registerPerson(key(), form.consentOn(null)))).isEqualTo(409);
    Person found =
        ok(() -> persons.findPerson(new PersonNumber().number(Planted.NUMBER), null, null));
    assertThat(found.getId()).isEqualTo(person.getId());
    return person.getId();
  }

  /** Records a certificate with the wrong tier; returns the number of that statement. */
  private long recorded(UUID person) {
    RecordsApi records = new RecordsApi(Clients.of(caseworker));
    Recorded recorded =
        ok(
            () ->
                records.recordFacts(
                    person.toString(),
                    key(),
                    new Entries()
                        .entries(
                            List.of(
                                entry("skill_certificates").completeTo(DAY),
                                entry(ROW + ".obtained_on").value("2024-08-20"),
                                entry(ROW + ".skill_tier").value("other"),
                                entry(ROW + ".insured_months").value("12"),
                                entry(ROW + ".upgrade_applied_on").none(true),
                                entry(ROW + ".trade_awards").completeTo(DAY))),
                    null,
                    null));
    assertThat(
            refused(
                () ->
                    records.recordFacts(
                        person.toString(),
                        key(),
                        new Entries().entries(List.of(entry("seeking_work").value(WORDS))),
                        null,
                        null)))
        .isEqualTo(422);
    return recorded.getKept().stream()
        .filter(kept -> kept.getPath().endsWith(".skill_tier"))
        .findFirst()
        .orElseThrow()
        .getSeq();
  }

  private static Entry entry(String path) {
    return new Entry().path(path).source("document").quality(Entry.QualityEnum.VERIFIED);
  }

  /** Proposed, delivered, commented on; confirmed by a second person after the period. */
  private void refusedAfterComment(UUID person) {
    ApplicationsApi counter = new ApplicationsApi(Clients.of(caseworker));
    DecisionsApi office = new DecisionsApi(Clients.of(caseworker));
    NewApplication form =
        new NewApplication().record(person).scheme(SCHEME).channel(Channel.COUNTER).appliedOn(DAY);
    application = ok(() -> counter.apply(key(), form, null, null)).getApplication().getId();
    ApplicationView proposed =
        ok(() -> counter.propose(application, key(), new NewProposal().version(version())));
    UUID proposal = proposed.getProposal();
    assertThat(proposed.getApplication().getState()).isEqualTo(State.ADVERSE_PROPOSED);

    ok(() -> office.deliver(proposal, key(), delivered()));
    int read = version();
    ok(
        () ->
            counter.comment(
                application, key(), new Comment().version(read).text(WORDS), null, null));
    assertThat(
            refused(
                () ->
                    counter.comment(
                        application, key(), new Comment().version(read).text(WORDS), null, null)))
        .as("somebody acted since it was read")
        .isEqualTo(409);

    DecisionsApi second = new DecisionsApi(Clients.of(certifier));
    ok(() -> second.openReasons(proposal, key(), Map.of()));
    assertThat(refused(() -> second.confirm(proposal, key(), new Version().version(version()))))
        .as("the period to comment runs")
        .isEqualTo(409);
    TestClock.pass(Duration.ofDays(15));
    assertThat(refused(() -> office.confirm(proposal, key(), new Version().version(version()))))
        .as("a caseworker confirms nothing")
        .isEqualTo(403);
    ApplicationView refused =
        ok(() -> second.confirm(proposal, key(), new Version().version(version())));
    assertThat(refused.getApplication().getState()).isEqualTo(State.ADVERSE);
    assertThat(refused.getInEffect()).isEqualTo(proposal);
    ok(() -> office.notifyDecision(proposal, key(), delivered()));
  }

  private void grantedOnReview() {
    ApplicationsApi counter = new ApplicationsApi(Clients.of(caseworker));
    TestClock.pass(Duration.ofDays(10));
    Objection objection = new Objection().version(version()).on(TestClock.today()).text(WORDS);
    assertThat(
            ok(() -> counter.raiseObjection(application, key(), objection, null, null))
                .getApplication()
                .getState())
        .isEqualTo(State.OBJECTED);
    Review review =
        new Review()
            .version(version())
            .text("证书是五级")
            .change(
                new Change().result(Result.ELIGIBLE).amount("1000.00").code(Code.EVIDENCE_SEEN));
    ApplicationView granted =
        ok(() -> new ApplicationsApi(Clients.of(reviewer)).review(application, key(), review));
    assertThat(granted.getApplication().getState()).isEqualTo(State.GRANTED);
  }

  /** The wrong fact is corrected for the past; what follows is proposed and confirmed. */
  private void corrected(UUID person, long tier) {
    RecordsApi records = new RecordsApi(Clients.of(caseworker));
    Entry correction =
        entry("skill_certificates[r1].skill_tier")
            .value("four")
            .validFrom(LocalDate.of(2024, 8, 20))
            .corrects(tier)
            .reason("登记时看错");
    ok(
        () ->
            records.recordFacts(
                person.toString(), key(), new Entries().entries(List.of(correction)), null, null));
    ReassessmentList found =
        ok(
            () ->
                new LookingBackApi(Clients.of(caseworker))
                    .reassess(key(), new OfRecord().record(person)));
    assertThat(found.getReassessed()).hasSize(1);
    Reassessed reassessed = found.getReassessed().get(0);
    assertThat(reassessed.getAdverse()).isFalse();
    assertThat(reassessed.getReasons()).isNotEmpty();
    assertThat(reassessed.getState()).isEqualTo(State.PROPOSED);

    DecisionsApi second = new DecisionsApi(Clients.of(certifier));
    UUID proposal = reassessed.getProposal();
    ok(() -> second.openReasons(proposal, key(), Map.of()));
    ok(() -> second.confirm(proposal, key(), new Version().version(version())));
    ApplicationView after = read();
    assertThat(after.getInEffect()).isEqualTo(proposal);
    assertThat(after.getDecisions().get(after.getDecisions().size() - 1).getAmount())
        .isEqualTo("1500.00");
  }

  private void wholeInTheEnd() {
    Replay replay = ok(() -> new LookingBackApi(Clients.of(auditor)).replay(key(), new Period()));
    assertThat(replay.getDecisions()).isGreaterThanOrEqualTo(3);
    assertThat(replay.getDifferences()).isEmpty();
    LogVerification log = ok(() -> new LogApi(Clients.of(auditor)).verifyLog());
    assertThat(log.getWhole()).isTrue();
    assertThat(log.getEntries()).isGreaterThan(10);
  }

  private Delivered delivered() {
    return new Delivered()
        .version(version())
        .way(Way.HANDED)
        .on(TestClock.today())
        .by("李四")
        .to("本人");
  }

  private ApplicationView read() {
    return ok(
        () -> new ApplicationsApi(Clients.of(auditor)).getApplication(application, null, null));
  }

  /** The application's version, as whoever acts next has read it. */
  private int version() {
    return read().getApplication().getVersion();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
