package huice.functional;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whoever owns the database: may do what the application may not. For tests that meddle and put
 * everything back.
 */
public final class Owner implements AutoCloseable {
  private final Connection connection;

  public Owner() throws SQLException {
    connection =
        DriverManager.getConnection(
            config("quarkus.datasource.jdbc.url"),
            config("quarkus.flyway.username"),
            config("quarkus.flyway.password"));
  }

  /** Does it and tells how many rows that was. */
  public int run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** The first column of the first row. */
  public String one(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static String config(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
