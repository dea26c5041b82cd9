package huice.model;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said about a record, as it is kept for good. {@code path} is relative to the
 * record: {@code employments[r1].start}; {@code value} is the canonical text of a value, the day of
 * a completeness or the id of a linked record, null for the other kinds. {@code validFrom} and
 * {@code validTo} are the first and last day for which it is said, null when open. {@code corrects}
 * is the number of the statement whose place it takes, with the {@code reason} for it.
 */
public record Statement(
    String path,
    Kind kind,
    @Nullable String value,
    String source,
    Quality quality,
    LocalDate obtained,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable LocalDate until,
    boolean withdrawn,
    @Nullable Long corrects,
    @Nullable String reason) {

  /** What kind of thing is said. */
  public enum Kind {
    /** A fact has a value. */
    VALUE,
    /** A fact is known to be none, or a root is known not to be there. */
    NONE,
    /** A list has a row. */
    ROW,
    /** What the corrected statement says was entered by mistake and nothing takes its place. */
    GONE,
    /** A list is complete up to a day. */
    COMPLETE,
    /** Another record is a root of this record's case. */
    LINK
  }

  /** A value that is said for all days and corrects nothing. */
  public static Statement value(
      String path, String value, String source, Quality quality, LocalDate obtained) {
    return new Statement(
        path, Kind.VALUE, value, source, quality, obtained, null, null, null, false, null, null);
  }

  /** A fact that is known to be none, for all days. */
  public static Statement none(String path, String source, Quality quality, LocalDate obtained) {
    return new Statement(
        path, Kind.NONE, null, source, quality, obtained, null, null, null, false, null, null);
  }

  /** A list that is complete up to a day. */
  public static Statement complete(
      String path, LocalDate to, String source, Quality quality, LocalDate obtained) {
    return new Statement(
        path,
        Kind.COMPLETE,
        to.toString(),
        source,
        quality,
        obtained,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  /** Another record as a root of the case, for all days. */
  public static Statement link(
      String root, UUID record, String source, Quality quality, LocalDate obtained) {
    return new Statement(
        root,
        Kind.LINK,
        record.toString(),
        source,
        quality,
        obtained,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  public Evidence evidence() {
    return new Evidence(source, obtained, quality, until, withdrawn);
  }

  /** Whether it is said for a day. */
  public boolean covers(LocalDate day) {
    return (validFrom == null || !validFrom.isAfter(day))
        && (validTo == null || !validTo.isBefore(day));
  }

  /** The same of another path. */
  public Statement at(String other) {
    return new Statement(
        other, kind, value, source, quality, obtained, validFrom, validTo, until, withdrawn,
        corrects, reason);
  }

  /** The same evidence for a row that its first fact brings along. */
  public Statement row(String rowPath) {
    return new Statement(
        rowPath, Kind.ROW, null, source, quality, obtained, null, null, null, false, null, null);
  }

  /** The same in place of another statement. */
  public Statement inPlaceOf(long other) {
    return new Statement(
        path, kind, value, source, quality, obtained, validFrom, validTo, until, withdrawn, other,
        reason);
  }
}
