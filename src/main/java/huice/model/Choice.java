package huice.model;

/** One entry of a fully listed choice. */
public record Choice(String id, Text label) {}
