package palmares.web.identity;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A text as a picture that a phone can read, drawn on the server: what it says goes nowhere else.
final class QrPicture {

  private QrPicture() {}

  /// @param alt what it is, for whoever does not see it
  static Image of(String text, String alt) {
    var svg = svg(matrix(text));
    var data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    var image = new Image("data:image/svg+xml;base64," + data, alt);
    image.addClassName("qr");
    return image;
  }

  private static BitMatrix matrix(String text) {
    try {
      // The least size: one unit for each module, and the quiet zone around them.
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
    } catch (WriterException e) {
      throw new IllegalArgumentException("a text of %d does not fit".formatted(text.length()), e);
    }
  }

  static String svg(BitMatrix matrix) {
    var path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
    <rect width="100%%" height="100%%" fill="#fff"/><path d="%3$s" fill="#000"/></svg>\
    """
        .formatted(matrix.getWidth(), matrix.getHeight(), path);
  }
}
