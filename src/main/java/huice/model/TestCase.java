package huice.model;

import java.util.Map;

/**
 * A given–expect case of a file under {@code test-cases/}. {@code expect} is the file's own tree of
 * maps, lists and strings.
 */
public record TestCase(
    String pack,
    String scheme,
    String name,
    Case given,
    Map<String, Object> expect,
    String file,
    int line) {}
