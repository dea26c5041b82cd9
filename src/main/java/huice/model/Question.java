package huice.model;

/** What only an officer can settle. {@code about} names the parameter or clause concerned. */
public record Question(String pack, String about, Text text, String file, int line) {}
