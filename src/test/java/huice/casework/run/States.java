package huice.casework.run;

import huice.functional.Owner;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What runs made of everybody, as it is kept, but for when and by which release it was made. */
final class States {
  private States() {}

  static Map<UUID, String> all() throws SQLException {
    Map<UUID, String> states = new TreeMap<>();
    try (Owner owner = new Owner()) {
      String all =
          owner.one(
              "select coalesce(string_agg(person || ' ' || version || ' ' || basis || ' '"
                  + " || favourable || ' ' || encode(outcomes, 'hex'), ',' order by person), '')"
                  + " from assessed");
      for (String one : all.isEmpty() ? new String[0] : all.split(",")) {
        states.put(UUID.fromString(one.substring(0, 36)), one.substring(37));
      }
    }
    return states;
  }
}
