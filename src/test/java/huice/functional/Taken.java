package huice.functional;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Connections taken from the pool, so that others have few or none. */
final class Taken implements AutoCloseable {
  private final List<Connection> connections = new ArrayList<>();

  private Taken() {}

  /**
   * All but so many.
   *
   * @throws SQLException when the pool does not have them, because some were never given back
   */
  static Taken allBut(AgroalDataSource database, int free) throws SQLException {
    int most = database.getConfiguration().connectionPoolConfiguration().maxSize();
    Taken taken = new Taken();
    try {
      while (taken.connections.size() < most - free) {
        taken.connections.add(database.getConnection());
      }
      return taken;
    } catch (SQLException e) {
      taken.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection one : connections) {
      one.close();
    }
  }
}
