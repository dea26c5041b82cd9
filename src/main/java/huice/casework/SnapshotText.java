package huice.casework;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Node;
import huice.policy.KeptNode;
import huice.store.CaseTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as it is read for a case. {@code merged}: there are more records of the same person,
 * so that the snapshot does not tell all. The node may be shared between cases.
 */
record SnapshotText(
    CaseTexts.Kept kept,
    @Nullable LocalDate changesOn,
    Map<String, UUID> links,
    boolean merged,
    boolean consent,
    Node node) {

  /** Reads many by one dictionary for one day; not for several threads. */
  static final class Reader {
    private static final JsonFactory JSON = new JsonFactory();

    private final Dictionary dictionary;
    private final String wording;
    private final LocalDate on;
    private final KeptNode nodes;

    Reader(Dictionary dictionary, LocalDate on) {
      this.dictionary = dictionary;
      this.wording = Wording.digest(dictionary);
      this.on = on;
      this.nodes = new KeptNode(dictionary);
    }

    /** Null when the text is not right on that day, or was written by other words. */
    @Nullable SnapshotText read(CaseTexts.Kept kept, String root) {
      if (kept.content().length == 0 || !kept.dictionary().equals(wording)) {
        return null;
      }
      try (JsonParser json = JSON.createParser(kept.content())) {
        return read(json, kept, root);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private @Nullable SnapshotText read(JsonParser json, CaseTexts.Kept kept, String root)
        throws IOException {
      LocalDate changesOn = null;
      Map<String, UUID> links = Map.of();
      boolean merged = false;
      boolean consent = false;
      Node node = null;
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case Snapshot.ON -> {
            if (on.isBefore(LocalDate.parse(json.getText()))) {
              return null;
            }
          }
          case Snapshot.CHANGES_ON -> {
            changesOn = LocalDate.parse(json.getText());
            if (!on.isBefore(changesOn)) {
              return null;
            }
          }
          case Snapshot.LINKS -> links = links(json);
          case Snapshot.MERGED -> {
            merged = true;
            json.skipChildren();
          }
          case Snapshot.CONSENT -> consent = json.getBooleanValue();
          default -> node = nodes.read(json, entity(kept), root);
        }
      }
      return new SnapshotText(
          kept, changesOn, links, merged, consent, Objects.requireNonNull(node));
    }

    private Entity entity(CaseTexts.Kept kept) {
      return dictionary.entity(kept.entity()).orElseThrow();
    }

    private static Map<String, UUID> links(JsonParser json) throws IOException {
      Map<String, UUID> links = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String root = json.currentName();
        json.nextToken();
        links.put(root, UUID.fromString(json.getText()));
      }
      return links;
    }
  }
}
