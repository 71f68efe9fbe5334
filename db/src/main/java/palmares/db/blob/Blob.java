package palmares.db.blob;

import palmares.db.Sha256;

/// A stored file.
///
/// @param size bytes of the content, before compression
public record Blob(Sha256 sha256, long size, String mediaType) {

  public Blob {
    if (size < 0) {
      throw new IllegalArgumentException("size of blob " + sha256 + " must be 0 or more: " + size);
    }
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException("blob " + sha256 + " needs a media type");
    }
  }
}
