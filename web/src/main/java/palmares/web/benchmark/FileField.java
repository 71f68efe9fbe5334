package palmares.web.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import palmares.web.page.Place;

/// The text of a file, typed, pasted or uploaded.
final class FileField extends Div {

  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private final TextArea text;

  /// @param accepted file name extensions
  FileField(String label, int rows, String... accepted) {
    addClassName("file-field");
    text = new TextArea(label);
    text.addClassName("source-text");
    text.setMinRows(rows);
    text.setMaxRows(rows + 12);
    text.getElement().setAttribute("spellcheck", "false");
    var upload =
        new Upload(
            UploadHandler.inMemory(
                (about, bytes) -> text.setValue(new String(bytes, StandardCharsets.UTF_8))));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MAX_BYTES);
    upload.setAcceptedFileExtensions(accepted);
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.addFileRejectedListener(
        refused -> text.setHelperText("Not taken: " + refused.getErrorMessage()));
    add(text, upload);
  }

  String value() {
    return text.getValue();
  }

  /// Runs when somebody changes the text, by hand or with a file.
  void onChange(Runnable changed) {
    text.addValueChangeListener(change -> changed.run());
  }

  void show(String value) {
    text.setValue(value);
  }

  void helper(String words) {
    text.setHelperText(words);
  }

  /// Where its lines are.
  Place lines() {
    return new Place.Text(text);
  }
}
