package huice.entry.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The methods of every address, for the header Allow that Quarkus leaves out. */
@ApplicationScoped
class AllowedMethods {
  private final Map<String, Set<String>> byPath = new TreeMap<>();

  AllowedMethods(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(path.value(), method);
        }
      }
    }
  }

  private void add(String parent, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path = plain(own == null ? parent : parent + "/" + own.value());
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        Set<String> methods = byPath.computeIfAbsent(path, p -> new TreeSet<>());
        methods.add(verb.value());
        methods.add(HttpMethod.OPTIONS);
        if (verb.value().equals(HttpMethod.GET)) {
          methods.add(HttpMethod.HEAD);
        }
      }
    }
  }

  /** Those of an address without path parameters; empty when there are none. */
  String of(String path) {
    return String.join(", ", byPath.getOrDefault(plain(path), Set.of()));
  }

  private static String plain(String path) {
    return ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }
}
