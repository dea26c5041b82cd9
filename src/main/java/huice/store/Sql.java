package huice.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements whose rows are Java records: a column has the name of the component, {@code
 * made_on} for {@code madeOn}. For tables that are added to and summed up rather than changed.
 * Works in the caller's transaction; thread-safe.
 */
@Singleton
class Sql {
  private final DataSource database;
  private final EntityManager entities;

  Sql(DataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /** Until the transaction ends nobody else has the lock of that number. */
  void lock(long number) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, number);
      lock.execute();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  <T extends Record> Optional<T> one(Class<T> type, String query, @Nullable Object... values) {
    return all(type, query, values).stream().findFirst();
  }

  <T extends Record> List<T> all(Class<T> type, String query, @Nullable Object... values) {
    // What Hibernate still holds back has to be seen.
    entities.flush();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      fill(connection, select, values);
      List<T> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row(type, row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** How many rows there were. */
  int run(String statement, @Nullable Object... values) {
    entities.flush();
    try (Connection connection = database.getConnection();
        PreparedStatement run = connection.prepareStatement(statement)) {
      fill(connection, run, values);
      return run.executeUpdate();
    } catch (SQLException e) {
      throw new StoreFailed(e);
    }
  }

  /** A new row; components that are null are left to the table. */
  void insert(String table, Record row) {
    RecordComponent[] parts = row.getClass().getRecordComponents();
    List<String> columns = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent part : parts) {
      Object value = value(row, part);
      if (value != null) {
        columns.add(column(part));
        values.add(value);
      }
    }
    String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
    run(
        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + places + ")",
        values.toArray());
  }

  private static @Nullable Object value(Record row, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String column(RecordComponent part) {
    return part.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static void fill(
      Connection connection, PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant at) {
        statement.setObject(i + 1, Moments.column(at));
      } else if (value instanceof Collection<?> many) {
        boolean ids = many.stream().allMatch(UUID.class::isInstance);
        Array array = connection.createArrayOf(ids ? "uuid" : "text", many.toArray());
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static <T extends Record> T row(Class<T> type, ResultSet row) throws SQLException {
    RecordComponent[] parts = type.getRecordComponents();
    @Nullable Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = read(row, column(parts[i]), parts[i].getType());
    }
    try {
      Constructor<T> made =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      made.setAccessible(true);
      return made.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object read(ResultSet row, String column, Class<?> type)
      throws SQLException {
    if (type == Instant.class) {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    if (type == byte[].class) {
      return row.getBytes(column);
    }
    if (type == int.class) {
      return row.getInt(column);
    }
    if (type == long.class) {
      return row.getLong(column);
    }
    if (type == boolean.class) {
      return row.getBoolean(column);
    }
    return row.getObject(column, type);
  }
}
