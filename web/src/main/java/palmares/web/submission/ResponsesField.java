package palmares.web.submission;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.File;
import org.jspecify.annotations.Nullable;
import palmares.web.submission.Responses.Pasted;
import palmares.web.submission.Responses.Uploaded;

/// Takes responses as a file or as pasted text; whichever came last counts.
final class ResponsesField extends Div {

  private static final int MAX_BYTES = 512 * 1024 * 1024;

  private final Upload upload;
  private final TextArea paste = new TextArea("or paste the lines");
  private final Runnable changed;
  private @Nullable Uploaded uploaded;

  ResponsesField(Runnable changed) {
    this.changed = changed;
    upload = new Upload(UploadHandler.toTempFile((about, file) -> took(about.fileName(), file)));
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
    var label = new Paragraph("Responses: one JSON line per example, with its id and the text");
    label.addClassName("label");
    add(label, upload, paste);
    addClassName("responses");
  }

  @Nullable Responses value() {
    if (uploaded != null) {
      return uploaded;
    }
    return paste.getValue().isBlank() ? null : new Pasted(paste.getValue());
  }

  private void took(String name, File file) {
    forget();
    uploaded = new Uploaded(name, file.toPath());
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
  protected void onDetach(DetachEvent event) {
    forget();
  }
}
