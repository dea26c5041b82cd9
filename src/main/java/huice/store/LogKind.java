package huice.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry of the log tells of. */
public enum LogKind {
  /** A person's data was read. */
  READ,
  FACT,
  CORRECTION,
  IMPORT,
  EXPORT,
  APPLIED,
  PROPOSED,
  CONFIRMED,
  OVERRIDDEN,
  NOTIFIED,
  OBJECTED,
  REVIEWED,
  REASSESSED,
  WITHDRAWN,
  /** Any other act on an application. */
  ACT,
  RELEASE,
  /** A kill switch. */
  SWITCH,
  ACCOUNT,
  /** Two persons became one, or one two. */
  MERGE,
  ERASURE,
  CONSENT,
  SIGN_IN,
  /** Everybody was assessed, or what changed; decides nothing. */
  RUN,
  /** The log itself was read. */
  AUDIT;

  /** As it is stored and sent: {@code sign-in}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LogKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
