package palmares.api.json;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Refused;

/// Reads every JSON body that an operation takes as a record, in place of the lenient reader.
@Singleton
@Order(-100)
@Consumes(MediaType.APPLICATION_JSON)
final class StrictBodies<T extends Record> implements MessageBodyReader<T> {

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return type.getType().isRecord();
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    try (body) {
      return read(body.readAllBytes(), type.getType());
    } catch (IOException e) {
      throw new UncheckedIOException("a body could not be read", e);
    }
  }

  static <T extends Record> T read(byte[] body, Class<T> type) {
    var flaws = new Flaws(null);
    var json = JsonReader.read(body, 1, flaws);
    var made = json == null ? null : Binder.of(flaws).record(json, type, "");
    if (made == null || !flaws.isEmpty()) {
      throw Refused.flawed(HttpStatus.BAD_REQUEST, "The body", flaws.list());
    }
    return made;
  }
}
