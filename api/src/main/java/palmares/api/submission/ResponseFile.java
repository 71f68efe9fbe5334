package palmares.api.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Binder;
import palmares.api.json.Json;
import palmares.api.json.JsonReader;
import palmares.api.problem.Flaws;
import palmares.api.upload.BadUpload;
import palmares.api.upload.Copying;
import palmares.api.upload.Line;
import palmares.api.upload.Lines;
import palmares.api.upload.Unpacked;
import palmares.contract.submission.ResponseLine;

/// Reads a file of [ResponseLine], plain or gzip, to its end.
final class ResponseFile {

  private ResponseFile() {}

  /// @param copy gets the unpacked content as it is read
  /// @return whether reading ended because the file is too large
  static boolean read(
      InputStream upload, long maxBytes, OutputStream copy, ResponseSet responses, Flaws flaws)
      throws IOException {
    var number = 0;
    try (var content = Unpacked.of(upload, maxBytes)) {
      var lines = new Lines(new Copying(content, copy));
      for (var line = lines.next(); line != null && !flaws.isFull(); line = lines.next()) {
        number = line.number();
        read(line, responses, flaws);
      }
      return false;
    } catch (BadUpload e) {
      flaws.add(number + 1, null, String.valueOf(e.getMessage()));
      return e.reason() == BadUpload.Reason.TOO_LARGE;
    }
  }

  private static void read(Line line, ResponseSet responses, Flaws flaws) {
    switch (line) {
      case Line.TooLong(var number, var length) -> {
        flaws.add(number, null, "is %d bytes long; at most 4 MiB are allowed".formatted(length));
        responses.flawedLine(number, null);
      }
      case Line.Bytes(var number, var content) -> {
        var json = JsonReader.read(content, number, flaws);
        var response = json == null ? null : Binder.of(flaws).record(json, ResponseLine.class, "");
        if (response != null) {
          responses.addLine(number, response.id(), response.text());
        } else {
          responses.flawedLine(number, idIn(json));
        }
      }
    }
  }

  private static @Nullable String idIn(@Nullable Json line) {
    return line instanceof Json.Obj object && object.fields().get("id") instanceof Json.Text id
        ? id.value()
        : null;
  }
}
