package huice.casework.decision;

/** What else holds when somebody acts. */
public enum Circumstance {
  /** Facts of the record or of one linked with it changed since the proposal. */
  FACTS_CHANGED,
  /** A kill switch stands on the scheme, the release or a rule of the proposal. */
  SWITCHED,
  /** The scheme's setting lets favourable outcomes take effect automatically. */
  AUTOMATIC_SCHEME,
  /** The person wants no automatic decisions. */
  OPTED_OUT,
  /** A code and a text were given. */
  REASONED,
  /** The person signed. */
  SIGNED,
  /** The person is here, at whatever office. */
  PRESENT,
  /** How, when and to whom something was delivered is known. */
  DELIVERY_KNOWN,
  /** It went to no place at all, or to one that the person confirmed before. */
  ADDRESS_CONFIRMED,
  /** What was delivered last went by post or electronically, so that it can come back. */
  SENT,
  /** The review leaves the decision as it is. */
  UPHOLDS
}
