package palmares.web.submission;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import palmares.web.page.Notice;
import palmares.web.page.Place;
import palmares.web.page.Told;
import palmares.web.page.Visitor;
import palmares.web.submission.Responses.Pasted;
import palmares.web.submission.Responses.Uploaded;

/// Takes responses as a file or as pasted text; whichever came last counts.
final class ResponsesField extends Div {

  private static final int MAX_MEBIBYTES = 512;
  private static final int MAX_BYTES = MAX_MEBIBYTES * 1024 * 1024;

  private final UploadRoom room;
  private final Upload upload;
  private final TextArea paste = new TextArea("or paste the lines");
  private final Told told = new Told();
  private final Runnable changed;
  private @Nullable Uploaded uploaded;
  private volatile String account = "";

  ResponsesField(UploadRoom room, Runnable changed) {
    this.room = room;
    this.changed = changed;
    upload = new Upload(this::receive);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MAX_BYTES);
    upload.setAcceptedFileExtensions(".jsonl", ".gz");
    upload.addFileRemovedListener(removed -> forget());
    paste.setPlaceholder("{\"id\":\"ex-1\",\"text\":\"what the system gave\"}");
    paste.setMinRows(4);
    paste.setMaxRows(12);
    paste.addValueChangeListener(typed -> {
      if (!paste.isEmpty()) {
        forget();
        upload.clearFileList();
      }
      changed.run();
    });
    var label =
        new Paragraph(
            "Responses: one JSON line per example, with its id and the text; a file of up to "
                + MAX_MEBIBYTES
                + " MiB. The command line takes larger ones.");
    label.addClassName("label");
    add(label, upload, told, paste);
    addClassName("responses");
  }

  @Nullable Responses value() {
    if (uploaded != null) {
      return uploaded;
    }
    return paste.getValue().isBlank() ? null : new Pasted(paste.getValue());
  }

  /// Where the responses were pasted; null where they came as a file.
  @Nullable Place lines() {
    return uploaded == null ? new Place.Text(paste) : null;
  }

  /// Runs outside of the page's lock for as long as the file takes to come.
  private void receive(UploadEvent event) throws IOException {
    event.getUI().access(told::removeAll);
    long size = event.getFileSize() < 0 ? MAX_BYTES : event.getFileSize();
    if (size > MAX_BYTES) {
      event.reject("It has more than " + MAX_MEBIBYTES + " MiB.");
      return;
    }
    switch (room.take(account, size)) {
      case UploadRoom.Full(var why) -> {
        event.reject(why);
        event.getUI().access(() -> told.add(Notice.look("Not taken", why)));
      }
      case UploadRoom.Place place -> {
        var file = new Uploaded(event.getFileName(), written(event, place), place);
        try {
          event.getUI().access(() -> took(file));
        } catch (UIDetachedException e) {
          file.delete();
        }
      }
    }
  }

  private Path written(UploadEvent event, UploadRoom.Place place) throws IOException {
    try {
      var file = written(event);
      place.written();
      return file;
    } catch (IOException | RuntimeException e) {
      place.giveBack();
      tellBrokenOff(event.getUI());
      throw e;
    }
  }

  // The list of files may be gone as well, where the line to the page broke with the upload.
  private void tellBrokenOff(UI ui) {
    try {
      ui.access(() -> {
        told.removeAll();
        told.add(
            Notice.look(
                "Not arrived",
                "The file broke off on its way, and nothing of it was kept. Try it again"
                    + " from the list, or choose it once more."));
      });
    } catch (UIDetachedException e) {
      // Nobody is there any more to be told.
    }
  }

  // Nothing of a file stays that came in part.
  private static Path written(UploadEvent event) throws IOException {
    var file = Files.createTempFile("palmares-", ".upload");
    boolean isWhole = false;
    try (var in = event.getInputStream();
        var out = Files.newOutputStream(file)) {
      isWhole = copied(in, out);
    } finally {
      if (!isWhole) {
        Files.delete(file);
      }
    }
    if (!isWhole) {
      throw new IOException("The upload " + event.getFileName() + " is larger than it said");
    }
    return file;
  }

  private static boolean copied(InputStream in, OutputStream out) throws IOException {
    var some = new byte[64 * 1024];
    long left = MAX_BYTES;
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      left -= read;
      if (left < 0) {
        return false;
      }
      out.write(some, 0, read);
    }
    return true;
  }

  private void took(Uploaded file) {
    forget();
    if (!isAttached()) {
      file.delete();
      return;
    }
    uploaded = file;
    paste.clear();
    changed.run();
  }

  private void forget() {
    if (uploaded != null) {
      uploaded.delete();
      uploaded = null;
      changed.run();
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    var visitor = Visitor.current();
    account = visitor == null ? "" : visitor.account();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    forget();
  }
}
