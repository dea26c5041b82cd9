package huice.casework.vacancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.OfficeFile;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Texts;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.Journal;
import huice.store.Keys;
import huice.store.LogKind;
import huice.store.VacancyTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Vacancies that fit the skill and the distance that somebody chose, and that they were offered.
 * What the person makes of an offer is nowhere recorded (R28). Thread-safe.
 */
@ApplicationScoped
public class Offers {
  private static final String WHAT = "vacancies";

  private final VacancyTable table;
  private final Vacancies vacancies;
  private final Persons persons;
  private final OfficeFile office;
  private final Keys keys;
  private final Journal journal;
  private final ObjectMapper json;

  Offers(
      VacancyTable table,
      Vacancies vacancies,
      Persons persons,
      OfficeFile office,
      Keys keys,
      Journal journal,
      ObjectMapper json) {
    this.table = table;
    this.vacancies = vacancies;
    this.persons = persons;
    this.office = office;
    this.keys = keys;
    this.journal = journal;
    this.json = json;
  }

  /** What somebody chose; the township only for a job there. */
  @Schema(name = "JobWish")
  public record Wish(String skill, Reach most, @Nullable String township) {}

  /**
   * What fits. {@code wish} null: nothing was chosen, or the person has stopped it; {@code
   * offered}: what was offered before.
   */
  @Schema(name = "JobMatch")
  public record Match(
      Person person, @Nullable Wish wish, List<VacancyView> fitting, Set<UUID> offered) {
    public Match {
      fitting = List.copyOf(fitting);
      offered = Set.copyOf(offered);
    }
  }

  @Transactional
  public Match match(Actor by, UUID id, Visit visit, Now now) {
    Person person = persons.open(by, id, visit, WHAT, now.at());
    Wish wish = table.wish(person.id()).map(this::opened).orElse(null);
    List<VacancyView> fitting =
        wish == null
            ? List.of()
            : vacancies.open(
                new Vacancies.Wanted(wish.skill(), wish.most(), wish.township()), now.today());
    Set<UUID> offered =
        table.offers(person.id()).stream()
            .map(VacancyTable.Offer::post)
            .collect(Collectors.toSet());
    return new Match(person, wish, fitting, offered);
  }

  /** Keeps what the person chose, in place of what was chosen before. */
  @Transactional
  public void choose(Actor by, UUID id, Wish wish, Visit visit, Now now) {
    if (!office.skills().containsKey(wish.skill())) {
      throw new Invalid(
          "/skill", Text.of("没有这种技能", "there is no such skill"), Text.of("请选择一种", "choose one"));
    }
    String township = wish.township();
    if ((wish.most() == Reach.TOWNSHIP) != (township != null && !township.isBlank())) {
      throw new Invalid(
          "/township",
          Text.of("只在本乡镇找的写乡镇，别的不写", "the township goes with a job there, and with nothing else"),
          Text.of("请核对", "check it"));
    }
    Person person = persons.open(by, id, visit, WHAT, now.at());
    byte[] plain = Texts.json(json.convertValue(wish, Map.class)).getBytes(StandardCharsets.UTF_8);
    table.wish(
        new VacancyTable.Wish(person.id(), keys.seal(person.id(), plain), now.at(), by.id()));
    noted(by, person.id(), "wish", null, now);
  }

  /** The person looks no longer: what was chosen is deleted, and nothing else changes. */
  @Transactional
  public void stop(Actor by, UUID id, Visit visit, Now now) {
    Person person = persons.open(by, id, visit, WHAT, now.at());
    table.forget(person.id());
    noted(by, person.id(), "wish-stopped", null, now);
  }

  /**
   * Offers an open vacancy to a person; counted, and no answer is kept.
   *
   * @throws Conflict when it was offered before
   */
  @Transactional
  public void offer(Actor by, UUID id, UUID post, Visit visit, Now now) {
    Person person = persons.open(by, id, visit, WHAT, now.at());
    VacancyView open = vacancies.shown(post, now.today());
    boolean made =
        table.offer(
            new VacancyTable.Offer(
                UUID.randomUUID(), open.id(), person.id(), now.today(), now.at(), by.id()));
    if (!made) {
      throw new Conflict(Text.of("这个岗位已经推荐过。", "This vacancy was offered before."));
    }
    noted(by, person.id(), "offered", post, now);
  }

  private Wish opened(VacancyTable.Wish wish) {
    try {
      return json.readValue(keys.open(wish.person(), wish.content()), Wish.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void noted(Actor by, UUID person, String act, @Nullable UUID post, Now now) {
    Map<String, String> content =
        post == null
            ? Map.of("act", "vacancies." + act)
            : Map.of("act", "vacancies." + act, "id", post.toString());
    journal.write(new Journal.Entry(now.at(), LogKind.ACT, by, person, Texts.json(content)));
  }
}
