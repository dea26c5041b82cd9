package huice.policy;

/** A mapping of a file with the name that it has among its kind. */
record NamedTree(String name, Tree.Mapping tree) {}
