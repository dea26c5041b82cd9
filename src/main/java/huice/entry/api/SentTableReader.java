package huice.entry.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads a table up to the limit for tables. Small ones are in memory already; Quarkus calls this on
 * a worker thread for the others, so that reading never holds up the event loop.
 */
@Provider
public class SentTableReader implements ServerMessageBodyReader<SentTable> {
  private final BodyLimit limit;

  SentTableReader(BodyLimit limit) {
    this.limit = limit;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType form) {
    return type == SentTable.class;
  }

  @Override
  public SentTable readFrom(
      Class<SentTable> type, Type generic, MediaType form, ServerRequestContext request)
      throws IOException {
    return new SentTable(limit.read(request.getInputStream()));
  }

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType form) {
    return type == SentTable.class;
  }

  @Override
  public SentTable readFrom(
      Class<SentTable> type,
      Type generic,
      Annotation[] annotations,
      MediaType form,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return new SentTable(limit.read(body));
  }
}
