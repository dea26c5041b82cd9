package huice.engine.measure;

import huice.model.Fact;
import huice.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Something a case does not say: a fact ({@code fact} set), or a list, or up to which day a list is
 * complete ({@code relation} set). {@code path} is where it belongs: {@code worker.birth_date},
 * {@code worker.employments}, {@code worker.employments[0].end}.
 */
public record Lack(String path, @Nullable Fact fact, @Nullable Relation relation) {}
