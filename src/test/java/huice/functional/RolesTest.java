package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tries every address of the program as nobody and as each role: whoever is not named is refused,
 * whoever is named is heard. Addresses are found, not listed.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RolesTest {
  private static final String ANY_ROLE = "**";

  /** As long as Quarkus makes them. */
  private static final String TOKEN = "dGVzdHMtb2YtYS1mb3JtIQ";

  /**
   * An address.
   *
   * @param roles who may call it; nobody needs to sign in when it is open
   */
  private record Endpoint(
      String verb, String path, String takes, String gives, boolean open, Set<Role> roles) {
    /** Whether it answers people, who are led to the sign-in form, and takes forms with a token. */
    boolean isPage() {
      return gives.startsWith("text/html");
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyAddressHearsTheRolesItNamesAndNobodyElse() {
    return endpoints().stream()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> tryAll(endpoint)));
  }

  @Test
  void noAddressIsLeftOut() {
    Set<String> described =
        RestAssured.get("/q/openapi?format=json")
            .jsonPath()
            .<String, Object>getMap("paths")
            .keySet();

    assertThat(endpoints()).extracting(Endpoint::path).containsAll(described);
    assertThat(described).isNotEmpty();
  }

  @Test
  void anAdministratorSeesNoCase() {
    assertThat(endpoints())
        .filteredOn(endpoint -> !endpoint.open() && endpoint.roles().contains(Role.ADMINISTRATOR))
        .filteredOn(endpoint -> endpoint.verb().equals("GET"))
        .extracting(Endpoint::path)
        // Whether the log's chain holds tells nothing of anybody; a hold is what stops an erasure.
        .allMatch(
            path ->
                path.matches(
                    "/api/((accounts|me)(/.*)?|log/verification|persons/[^/]*/holds)|/[^/]*"));
  }

  private static void tryAll(Endpoint endpoint) {
    Response nobody = send(endpoint, RestAssured.given());
    if (endpoint.isPage() && !endpoint.open()) {
      assertThat(nobody.statusCode()).as("%s as nobody", endpoint).isEqualTo(303);
      assertThat(nobody.header("Location")).as("%s as nobody", endpoint).endsWith("/sign-in");
    } else {
      assertHeard(endpoint, "nobody", nobody, endpoint.open(), 401);
    }
    for (Role role : Role.values()) {
      boolean allowed = endpoint.open() || endpoint.roles().contains(role);
      Response answer = send(endpoint, Accounts.as(Accounts.made(role, "A", "-matrix")));
      assertHeard(endpoint, role.id(), answer, allowed, 403);
    }
  }

  /** Later refusals, of this thing or that body, are the address' own business. */
  private static void assertHeard(
      Endpoint endpoint, String who, Response answer, boolean allowed, int refusal) {
    String kind = refusal == 401 ? "/problems#sign-in" : "/problems#not-yours";
    boolean refused =
        answer.statusCode() == 401
            || answer.statusCode() == 403 && answer.asString().contains("/problems#not-yours");
    if (allowed) {
      assertThat(refused).as("%s as %s: %s", endpoint, who, answer.asString()).isFalse();
    } else {
      assertThat(answer.statusCode()).as("%s as %s", endpoint, who).isEqualTo(refusal);
      assertThat(answer.asString()).as("%s as %s", endpoint, who).contains(kind);
    }
  }

  private static Response send(Endpoint endpoint, RequestSpecification as) {
    RequestSpecification request =
        as.redirects()
            .follow(false)
            .accept(endpoint.gives())
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (!Set.of("GET", "HEAD", "OPTIONS", "DELETE").contains(endpoint.verb())) {
      request.contentType(endpoint.takes());
      if (endpoint.takes().startsWith("multipart")) {
        request.multiPart("file", "x");
      } else if (endpoint.takes().endsWith("form-urlencoded")) {
        request.cookie("csrf-token", TOKEN).formParam("csrf-token", TOKEN);
      } else {
        request.body("{}".getBytes(StandardCharsets.UTF_8));
      }
    }
    // A name that fits every form of path parameter.
    String path = endpoint.path().replaceAll("\\{[^}]*}", new UUID(0, 1).toString());
    return request.request(endpoint.verb(), path);
  }

  private static List<Endpoint> endpoints() {
    return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .filter(type -> type.getName().startsWith("huice.entry."))
        .distinct()
        .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(m -> endpoint(type, m).stream()))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static Optional<Endpoint> endpoint(Class<?> type, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .findFirst()
        .map(verb -> endpoint(verb.value(), type, method));
  }

  private static Endpoint endpoint(String verb, Class<?> type, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path = type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
    String plain = ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    Consumes takes = nearest(method, type, Consumes.class);
    Produces gives = nearest(method, type, Produces.class);
    return new Endpoint(
        verb,
        plain.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}"),
        takes == null ? "application/json" : takes.value()[0],
        gives == null ? "*/*" : gives.value()[0],
        who(method, type) instanceof PermitAll,
        roles(who(method, type)));
  }

  /** What stands at the method counts before what stands at the class. */
  private static Annotation who(Method method, Class<?> type) {
    return Stream.<Supplier<Annotation[]>>of(method::getAnnotations, type::getAnnotations)
        .flatMap(place -> Arrays.stream(place.get()))
        .filter(a -> a instanceof PermitAll || a instanceof RolesAllowed || a instanceof DenyAll)
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " does not say who may call it"));
  }

  private static Set<Role> roles(Annotation who) {
    if (!(who instanceof RolesAllowed allowed)) {
      return Set.of();
    }
    Set<String> words = new TreeSet<>(List.of(allowed.value()));
    if (words.remove(ANY_ROLE)) {
      return EnumSet.allOf(Role.class);
    }
    // A word that is no role would open the address to nobody, unseen.
    return words.stream().map(word -> Role.of(word).orElseThrow()).collect(Collectors.toSet());
  }

  private static <A extends Annotation> A nearest(Method method, Class<?> type, Class<A> kind) {
    A own = method.getAnnotation(kind);
    return own == null ? type.getAnnotation(kind) : own;
  }
}
