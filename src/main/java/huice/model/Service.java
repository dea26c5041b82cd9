package huice.model;

import java.time.LocalDate;

/** A service of a draft policy that a named person has adopted, from a day on. */
public record Service(
    String pack, String scheme, String adoptedBy, LocalDate from, String file, int line) {}
