package palmares.web.submission;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/// The responses a person wants to submit, as chosen on the page.
sealed interface Responses {

  /// Ready to be sent; a file is read while it is sent, never as a whole.
  BodyPublisher body();

  boolean gzip();

  record Pasted(String text) implements Responses {

    @Override
    public BodyPublisher body() {
      return BodyPublishers.ofString(text);
    }

    @Override
    public boolean gzip() {
      return false;
    }
  }

  record Uploaded(String name, Path file, UploadRoom.Place place) implements Responses {

    @Override
    public BodyPublisher body() {
      try {
        return BodyPublishers.ofFile(file);
      } catch (FileNotFoundException e) {
        throw new UncheckedIOException("The upload " + name + " is no longer at " + file, e);
      }
    }

    @Override
    public boolean gzip() {
      return name.endsWith(".gz");
    }

    void delete() {
      place.giveBack();
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("The upload " + name + " cannot be deleted at " + file, e);
      }
    }
  }
}
