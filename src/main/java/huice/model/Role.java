package huice.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do; each account has exactly one. */
public enum Role {
  /** Records, applies, proposes, for the own office. */
  CASEWORKER,
  /** Decides on objections that another person's decision met with. */
  REVIEWER,
  /** Confirms or overrides what was proposed. */
  CERTIFIER,
  /** Proposes and approves releases, sets kill switches. */
  POLICY_OFFICER,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Keeps accounts, erases persons; sees no case. */
  ADMINISTRATOR,
  /** A program: may assess and propose, never confirm. */
  SERVICE;

  /** As it is stored and sent: {@code policy-officer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
