package huice.casework.run;

import static org.assertj.core.api.Assertions.assertThat;

import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.functional.Accounts;
import huice.functional.Owner;
import huice.functional.TestDatabase;
import huice.functional.TestProject;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After whatever happened, the run of what changed leaves the state that a run over everybody
 * makes. {@code -Dhuice.sequences=5000 -Dhuice.fuzz=SEED} tries more and others.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class WhatChangedTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int PEOPLE = 16;
  private static final int LIVES = 25;

  @Inject Runs runs;
  @Inject Releases releases;

  private Actor officer;
  private int smaller;

  @Test
  void whatChangedIsEnough(@TempDir Path folder) throws SQLException {
    officer = Accounts.made(Role.POLICY_OFFICER, "CHANGED", "");
    List<CompiledRelease> variants = Variants.of(releases, folder);
    int sequences = Integer.getInteger("huice.sequences", 200);
    long seed = Long.getLong("huice.fuzz", 4);
    for (int done = 0; done < sequences; done += LIVES) {
      life(seed + done, Math.min(LIVES, sequences - done), variants);
    }
    assertThat(smaller).as("runs over some only").isGreaterThan(sequences / 3);
  }

  /** A small county with so many days on which things happen. */
  private void life(long seed, int days, List<CompiledRelease> variants) throws SQLException {
    LocalDate begun = LocalDate.now(ZONE).minusYears(2);
    Actor caseworker = Accounts.made(Role.CASEWORKER, "CHANGED", "");
    List<UUID> people =
        SmallCounty.of(
            PEOPLE, seed, begun, caseworker, begun.atTime(9, 0).atZone(ZONE).toInstant());
    Happenings county =
        new Happenings(seed, variants.get(0).source().dictionary(), caseworker, people, begun);
    others(county, people);
    int variant = 0;
    run(county, variants.get(0), true);
    List<String> told = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (int i = county.next(4); i >= 0; i--) {
        told.add(county.happen());
      }
      variant = county.next(10) == 0 ? county.next(variants.size()) : variant;
      told.add(variants.get(variant).digest().substring(0, 4) + " on " + county.day);

      RunView some = run(county, variants.get(variant), false);
      Map<UUID, String> incremental = States.all();
      RunView all = run(county, variants.get(variant), true);

      smaller += some.done() < all.done() ? 1 : 0;
      assertThat(incremental).as("seed %s: %s", seed, told).isEqualTo(States.all());
    }
    forget(people);
  }

  private RunView run(Happenings county, CompiledRelease release, boolean all) {
    return Running.done(
        runs,
        officer,
        new Runs.Order(county.day, null, all),
        release,
        Clock.fixed(county.at(), ZONE));
  }

  private static void others(Happenings county, List<UUID> people) throws SQLException {
    String some =
        "select distinct r.id, r.entity from fact f join record r on r.id::text = f.value"
            + " where f.kind = 'link' and r.entity <> 'worker' and f.record in ('"
            + String.join("','", people.stream().map(UUID::toString).toList())
            + "')";
    try (Owner owner = new Owner()) {
      String found =
          owner.one("select string_agg(entity || ' ' || id, ',') from (" + some + ") found");
      for (String one : found.split(",")) {
        String[] parts = one.split(" ");
        county.other(parts[0], UUID.fromString(parts[1]));
      }
    }
  }

  /** Others have to be as quick. */
  private static void forget(List<UUID> people) throws SQLException {
    try (Owner owner = new Owner()) {
      owner.run(
          "update person set told = false where id in ('"
              + String.join("','", people.stream().map(UUID::toString).toList())
              + "')");
    }
  }
}
