package huice.store;

import java.sql.SQLException;

/** The database failed, or refused what the program should not have asked. */
public final class StoreFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFault(SQLException cause) {
    super(cause);
  }
}
