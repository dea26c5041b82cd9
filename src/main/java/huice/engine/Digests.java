package huice.engine;

import huice.engine.measure.Measures;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Release;
import huice.model.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A digest per scheme over everything that can change its outcome: its rules as bound, the facts
 * and parameters they read, the schemes they read, interactions, the policy's status, and the
 * measures it reads by. Comments and the order of files change none.
 */
final class Digests {
  private final Release release;
  private final Map<String, Parameter> parameters;

  Digests(Release release, Map<String, Parameter> parameters) {
    this.release = release;
    this.parameters = parameters;
  }

  Map<String, String> of(List<List<Scheme>> layers) {
    Map<String, String> digests = new HashMap<>();
    for (List<Scheme> layer : layers) {
      for (Scheme scheme : layer) {
        digests.put(scheme.id(), digest(scheme, digests));
      }
    }
    return digests;
  }

  private String digest(Scheme scheme, Map<String, String> read) {
    StringBuilder text = new StringBuilder(Measures.VERSION);
    text.append(scheme.measures()).append('\n');
    text.append(scheme.id())
        .append(scheme.title())
        .append(scheme.kind())
        .append(scheme.subject())
        .append(scheme.monthly());
    text.append(scheme.adopted())
        .append(scheme.pack().draft())
        .append(scheme.pack().from())
        .append(scheme.pack().to())
        .append('\n');
    for (Version version : scheme.versions()) {
      text.append(version.from())
          .append(version.to())
          .append(version.clauses())
          .append(version.duty())
          .append('\n');
      version
          .conditions()
          .forEach(
              c ->
                  text.append(c.id())
                      .append(c.text())
                      .append(c.drl())
                      .append(c.left().call())
                      .append(c.right().call())
                      .append('\n'));
      version
          .branches()
          .forEach(
              b ->
                  text.append(b.label())
                      .append(b.formula())
                      .append(b.from())
                      .append(b.to())
                      .append('\n'));
      version.lines().forEach(l -> text.append(l.text()).append(l.drl()).append('\n'));
    }
    scheme.info().parameters().stream()
        .sorted()
        .map(parameters::get)
        .forEach(p -> text.append(p == null ? "" : canonical(p)).append('\n'));
    scheme.info().facts().stream().sorted().forEach(f -> text.append(fact(f)).append('\n'));
    scheme.info().schemes().stream()
        .sorted()
        .forEach(s -> text.append(s).append(read.get(s)).append('\n'));
    for (Pack pack : release.packs()) {
      pack.interactions().stream()
          .filter(i -> i.schemes().contains(scheme.id()))
          .forEach(
              i ->
                  text.append(i.kind())
                      .append(i.period())
                      .append(i.within())
                      .append(i.schemes())
                      .append(i.clause())
                      .append('\n'));
      pack.services().stream()
          .filter(s -> s.scheme().equals(scheme.id()))
          .map(Service::from)
          .forEach(text::append);
    }
    return sha256(text.toString());
  }

  private static String canonical(Parameter p) {
    StringBuilder text =
        new StringBuilder(p.name()).append(p.type()).append(p.unit()).append(p.by());
    p.versions()
        .forEach(
            v ->
                text.append(v.from())
                    .append(v.to())
                    .append(v.published())
                    .append(v.written())
                    .append(v.values())
                    .append(v.list())
                    .append(v.atLeast())
                    .append(v.atMost())
                    .append(v.reference())
                    .append(v.confidence())
                    .append(v.review()));
    return text.toString();
  }

  private String fact(String path) {
    int dot = path.indexOf('.');
    Entity entity = dot < 0 ? null : release.dictionary().entities().get(path.substring(0, dot));
    Fact fact = entity == null ? null : entity.fact(path.substring(dot + 1)).orElse(null);
    return fact == null
        ? path
        : path
            + fact.type()
            + fact.unit()
            + fact.choices()
            + fact.fresh()
            + fact.absent()
            + fact.sources()
            + fact.label();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
