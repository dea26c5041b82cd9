package huice.entry.api;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Quality;
import huice.model.Relation;
import huice.model.Text;
import huice.model.Unit;
import huice.policy.CaseWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The form of a case as OpenAPI schemas, made from a dictionary of facts. */
final class CaseSchemas {
  static final String CASE = "Case";
  private static final String MONTH = "^\\d{4}-\\d{2}$";
  private static final String NUMBER = "^-?\\d+(\\.\\d{1,6})?$";

  private CaseSchemas() {}

  /** All schemas by name; {@value #CASE} is the whole body. */
  static Map<String, Schema> of(Dictionary dictionary) {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(CASE, body(dictionary));
    dictionary.entities().values().forEach(e -> schemas.put(name(e.id()), entity(e)));
    return schemas;
  }

  private static String name(String entity) {
    return CASE + "." + entity;
  }

  private static Schema body(Dictionary dictionary) {
    Schema facts = object(Text.of("事实，未写的视为未知", "Facts; what is left out is unknown"));
    dictionary.roots().forEach((root, entity) -> facts.addProperty(root, reference(entity)));
    return object(Text.of("一个个案", "A case"))
        .addProperty("on", date().description("以哪天为准；必填 The day asked about; required"))
        .addProperty("from", month().description("按月项目的起始月份 First month asked about"))
        .addProperty("to", month().description("按月项目的截止月份 Last month asked about"))
        .addProperty("facts", facts)
        .required(List.of("on", "facts"));
  }

  private static Schema entity(Entity entity) {
    Schema schema = object(entity.label());
    entity.facts().forEach(fact -> schema.addProperty(fact.id(), fact(fact)));
    entity.relations().forEach(r -> schema.addProperty(r.id(), relation(r)));
    return schema;
  }

  private static Schema relation(Relation relation) {
    Schema one = reference(relation.entity());
    Schema schema =
        relation.many()
            ? anyOf(list(one), completeList(one))
            : OASFactory.createSchema().allOf(List.of(one));
    return schema.title(relation.label().both()).description(relation.question().both());
  }

  private static Schema completeList(Schema row) {
    return object(Text.of("写明截至哪天完整的清单", "A list that says up to which day it is complete"))
        .addProperty("complete_to", date())
        .addProperty("rows", list(row))
        .required(List.of("rows"));
  }

  private static Schema fact(Fact fact) {
    Schema value = value(fact);
    Schema evident = evident(fact, value);
    Schema conflict =
        object(Text.of("来源不一致，全部保留", "Sources that differ; all are kept"))
            .addProperty("conflict", list(evident).minItems(2))
            .required(List.of("conflict"));
    return anyOf(value, none(), evident, conflict)
        .title(fact.label().both())
        .description(fact.question().both());
  }

  /** A value with where it comes from and how well it is known. */
  private static Schema evident(Fact fact, Schema value) {
    return object(Text.of("带来源的值", "A value with its source"))
        .addProperty("value", anyOf(value, none()))
        .addProperty("source", words(fact.sources()))
        .addProperty("obtained", date())
        .addProperty(
            "quality",
            words(
                Arrays.stream(Quality.values())
                    .map(q -> q.name().toLowerCase(Locale.ROOT))
                    .toList()))
        .addProperty("until", date())
        .addProperty("withdrawn", OASFactory.createSchema().addType(SchemaType.BOOLEAN))
        .required(List.of("value"));
  }

  private static Schema value(Fact fact) {
    return switch (fact.type()) {
      case DATE -> fact.month() ? month() : date();
      case MONEY, COUNT -> number(fact.unit());
      case YES_NO -> OASFactory.createSchema().addType(SchemaType.BOOLEAN);
      case CHOICE -> choice(fact);
    };
  }

  private static Schema number(Unit unit) {
    return OASFactory.createSchema()
        .addType(SchemaType.NUMBER)
        .addType(SchemaType.STRING)
        .pattern(NUMBER)
        .description(unit == Unit.NONE ? null : unit.text().both());
  }

  private static Schema choice(Fact fact) {
    List<String> ids = fact.choices().stream().map(Choice::id).toList();
    String labels =
        fact.choices().stream()
            .map(c -> c.id() + " = " + c.label().both())
            .collect(Collectors.joining("; "));
    return words(ids).description(labels);
  }

  private static Schema none() {
    return words(List.of(CaseWriter.NONE, "无")).description("已知为无 Known to be none");
  }

  private static Schema words(List<String> words) {
    return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(List.copyOf(words));
  }

  private static Schema date() {
    return OASFactory.createSchema().addType(SchemaType.STRING).format("date");
  }

  private static Schema month() {
    return OASFactory.createSchema().addType(SchemaType.STRING).pattern(MONTH);
  }

  private static Schema list(Schema items) {
    return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
  }

  private static Schema anyOf(Schema... schemas) {
    return OASFactory.createSchema().anyOf(List.of(schemas));
  }

  private static Schema reference(String entity) {
    return OASFactory.createSchema().ref(name(entity));
  }

  private static Schema object(Text description) {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description(description.both())
        .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
  }
}
