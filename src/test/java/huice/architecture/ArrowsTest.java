package huice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The eight packages import one another one way only. */
class ArrowsTest {
  /** Each package with those it may import. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "model", Set.of(),
          "policy", Set.of("model"),
          "engine", Set.of("model"),
          "explain", Set.of("model"),
          "store", Set.of("model"),
          "casework", Set.of("policy", "engine", "explain", "store", "model"),
          "simulation", Set.of("policy", "engine", "explain", "store", "model"),
          "entry", Set.of("casework", "simulation", "policy", "engine", "explain", "model"));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("huice");

  @Test
  void everyClassIsInOneOfTheEightPackages() {
    classes().should().resideInAnyPackage(inside(ARROWS.keySet())).check(PROGRAM);
  }

  @Test
  void packagesImportOneAnotherAlongTheArrowsOnly() {
    ARROWS.forEach(
        (name, allowed) -> {
          Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
          forbidden.remove(name);
          forbidden.removeAll(allowed);
          if (forbidden.isEmpty()) {
            return;
          }
          noClasses()
              .that()
              .resideInAPackage("huice." + name + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(inside(forbidden))
              .allowEmptyShould(true)
              .check(PROGRAM);
        });
  }

  @Test
  void theModelNeedsNothingButJava() {
    classes()
        .that()
        .resideInAPackage("huice.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "huice.model..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void rulesAndWordsArePlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage(inside(List.of("model", "policy", "engine", "explain")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "jakarta..",
            "javax.sql..",
            "java.sql..",
            "org.eclipse.microprofile..",
            "org.flywaydb..",
            "org.hibernate..",
            "org.postgresql..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void onlyTheEngineKnowsDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("huice.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        PROGRAM.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(
                p ->
                    p.tryGetPackageInfo()
                        .filter(i -> i.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
  }

  private static String[] inside(Collection<String> names) {
    return names.stream().map(name -> "huice." + name + "..").toArray(String[]::new);
  }
}
