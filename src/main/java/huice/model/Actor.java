package huice.model;

import java.util.UUID;

/** Who acts: an account with its name, role and office. */
public record Actor(UUID id, String name, Role role, String office) {
  /** This program itself, for what nobody does; no account has its id. */
  public static final Actor PROGRAM = new Actor(new UUID(0, 0), "huice", Role.SERVICE, "");

  /** Whether it is a person, who can be held responsible; a program is not. */
  public boolean named() {
    return role != Role.SERVICE;
  }
}
