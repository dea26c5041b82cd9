package huice.model;

import java.util.List;
import java.util.Optional;

/** The packs as loaded, immutable. {@code digest} names every byte of every file (SHA-256, hex). */
public record Release(
    String digest,
    Dictionary dictionary,
    List<Pack> packs,
    RuleText vocabulary,
    List<RuleText> rules,
    List<Table> tables,
    List<TestCase> cases) {
  public Release {
    packs = List.copyOf(packs);
    rules = List.copyOf(rules);
    tables = List.copyOf(tables);
    cases = List.copyOf(cases);
  }

  public Optional<Pack> pack(String id) {
    return packs.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
