package palmares.planted.scoring.metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

record ReadsFile(Path path) {
  String text() throws IOException {
    return Files.readString(path);
  }
}
