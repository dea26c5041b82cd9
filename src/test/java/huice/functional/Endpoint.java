package huice.functional;

import huice.model.Role;
import io.quarkus.arc.Arc;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address of the program with a method of HTTP; all are found in the program, none is listed.
 *
 * @param roles who may call it; nobody needs to sign in when it is open
 * @param queries the names of what it takes behind the question mark
 */
record Endpoint(
    String verb,
    String path,
    String takes,
    String gives,
    boolean open,
    Set<Role> roles,
    List<String> queries) {
  private static final String ANY_ROLE = "**";

  /** Whether it may change something: what only reads has a body at few addresses. */
  boolean writes() {
    return path.startsWith("/api/")
        && !Set.of("GET", "HEAD", "OPTIONS").contains(verb)
        && !Set.of("/api/checks", "/api/persons/find", "/api/exports/persons").contains(path);
  }

  /** Whether it answers people, who are led to the sign-in form, and takes forms with a token. */
  boolean isPage() {
    return gives.startsWith("text/html");
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }

  static List<Endpoint> all() {
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
        roles(who(method, type)),
        Arrays.stream(method.getParameters())
            .map(parameter -> parameter.getAnnotation(QueryParam.class))
            .filter(query -> query != null)
            .map(QueryParam::value)
            .toList());
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
