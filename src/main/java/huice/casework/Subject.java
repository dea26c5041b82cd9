package huice.casework;

import huice.model.IdentityNumber;
import java.util.UUID;

/** Whom or what something is to be recorded about, before it is known whether it has a record. */
public sealed interface Subject {
  /** A person who asks to be registered; whoever is registered already stays so. */
  record Asking(Registration request) implements Subject {}

  /** A registered person. */
  record Numbered(IdentityNumber number) implements Subject {}

  /** An organisation, new unless one of its kind has the code. */
  record Named(String entity, String title, String code) implements Subject {}

  /** A registered organisation. */
  record Coded(String entity, String code) implements Subject {}

  /** Something with a record. */
  record Recorded(UUID record) implements Subject {}

  /** Something new without a name, such as a household. */
  record Unnamed(String entity) implements Subject {}
}
