package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every address says who may call it. */
class EndpointsTest {
  private static final List<Class<? extends Annotation>> WHO =
      List.of(PermitAll.class, RolesAllowed.class, DenyAll.class);

  private static final List<JavaMethod> ENDPOINTS =
      new ClassFileImporter()
              .withImportOption(location -> !location.contains("/test-classes/"))
              .importPackages("huice")
              .stream()
              .flatMap(type -> type.getMethods().stream())
              .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
              .toList();

  @Test
  void everyEndpointNamesItsRole() {
    assertThat(ENDPOINTS).isNotEmpty();
    assertThat(ENDPOINTS)
        .filteredOn(method -> !named(method::isAnnotatedWith))
        .filteredOn(method -> !named(owner(method)::isAnnotatedWith))
        .extracting(JavaMethod::getFullName)
        .as("endpoints without @PermitAll, @RolesAllowed or @DenyAll")
        .isEmpty();
  }

  @Test
  void endpointsAreInTheDoorsOnly() {
    assertThat(ENDPOINTS)
        .extracting(method -> owner(method).getPackageName())
        .allMatch(name -> name.matches("huice\\.entry\\.(api|page(\\.[a-z]+)?)"));
  }

  private static JavaClass owner(JavaMethod method) {
    return method.getOwner();
  }

  private static boolean named(Predicate<Class<? extends Annotation>> annotated) {
    return WHO.stream().anyMatch(annotated);
  }
}
