package huice.store;

import java.sql.SQLException;

/** The database refused or failed; the transaction rolls back. */
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailed(SQLException cause) {
    super("SQLSTATE " + cause.getSQLState(), cause);
  }
}
