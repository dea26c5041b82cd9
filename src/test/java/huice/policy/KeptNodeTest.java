package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import huice.twin.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeptNodeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Dictionary DICTIONARY = Shipped.release().dictionary();

  @Test
  void whatIsWrittenIsReadAgainAsItWas() throws IOException {
    Population population = new Population(5, DAY, 0, 400);
    KeptNode reader = new KeptNode(DICTIONARY);
    for (int i = 0; i < population.pairs(); i++) {
      for (Synthetic one : population.pair(i)) {
        Node node = node(one);
        byte[] kept = new ObjectMapper().writeValueAsBytes(CaseWriter.node(node));
        try (JsonParser json = new JsonFactory().createParser(kept)) {
          json.nextToken();
          assertSame(reader.read(json, node.entity(), node.path()), node);
          assertThat(json.nextToken()).isNull();
        }
      }
    }
  }

  private static Node node(Synthetic one) throws IOException {
    byte[] given =
        new ObjectMapper()
            .writeValueAsBytes(
                Map.of("on", DAY.toString(), "facts", Map.of(one.entity(), one.facts())));
    CaseReader.Read read = CaseReader.read(DICTIONARY, Trees.json(given), null);
    return Objects.requireNonNull(Objects.requireNonNull(read.given()).roots().get(one.entity()));
  }

  private static void assertSame(Node read, Node node) {
    assertThat(read.path()).isEqualTo(node.path());
    for (Fact fact : node.entity().facts()) {
      assertThat(read.fact(fact)).as(node.path(fact)).isEqualTo(node.fact(fact));
    }
    for (Relation relation : node.entity().relations()) {
      Rows rows = relation.many() ? node.list(relation) : null;
      if (rows != null) {
        Rows again = Objects.requireNonNull(read.list(relation));
        assertThat(again.completeTo()).isEqualTo(rows.completeTo());
        assertThat(again.rows()).hasSameSizeAs(rows.rows());
        for (int i = 0; i < rows.rows().size(); i++) {
          assertSame(again.rows().get(i), rows.rows().get(i));
        }
      }
    }
  }

  @Test
  void whatEverySourceSaysIsKept() throws IOException {
    String fact =
        DICTIONARY.entity("worker").orElseThrow().facts().stream()
            .filter(f -> f.type() == huice.model.ValueType.DATE && !f.month())
            .findFirst()
            .orElseThrow()
            .id();
    String text =
        "{\""
            + fact
            + "\":{\"conflict\":[{\"value\":\"none\",\"source\":\"person\",\"obtained\":"
            + "\"2024-01-02\",\"quality\":\"declared\"},{\"value\":\"2020-01-02\",\"source\":"
            + "\"document\",\"obtained\":\"2024-01-02\",\"quality\":\"matched\",\"until\":"
            + "\"2025-01-01\",\"withdrawn\":true}]}}";
    try (JsonParser json = new JsonFactory().createParser(text.getBytes(StandardCharsets.UTF_8))) {
      json.nextToken();
      Node node =
          new KeptNode(DICTIONARY).read(json, DICTIONARY.entity("worker").orElseThrow(), "worker");
      assertThat(new ObjectMapper().readTree(text))
          .isEqualTo(new ObjectMapper().valueToTree(CaseWriter.node(node)));
    }
  }
}
