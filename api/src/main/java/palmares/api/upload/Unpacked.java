package palmares.api.upload;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import palmares.api.upload.BadUpload.Reason;

/// The content of an upload, plain or gzip, whichever it is; never more than it may be.
public final class Unpacked extends InputStream {

  /// Text packs to a tenth or a twentieth; far beyond that it was made to burst.
  private static final long MAX_RATIO = 200;

  private static final long RATIO_FROM = 4L * 1024 * 1024;

  private final Counted packed;
  private final InputStream content;
  private final boolean isGzip;
  private final long maxBytes;
  private long bytes;

  private Unpacked(Counted packed, InputStream content, boolean isGzip, long maxBytes) {
    this.packed = packed;
    this.content = content;
    this.isGzip = isGzip;
    this.maxBytes = maxBytes;
  }

  /// @param maxBytes the most that may come in, and the most that may come out
  /// @throws BadUpload if it begins like something else than text or gzip
  public static Unpacked of(InputStream upload, long maxBytes) throws IOException {
    var start = new BufferedInputStream(upload);
    start.mark(4);
    var magic = start.readNBytes(4);
    start.reset();
    if (magic.length >= 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] < 9) {
      throw new BadUpload(
          Reason.BROKEN, "is a zip file; send the lines themselves, plain or packed by gzip");
    }
    var packed = new Counted(start, bytes -> {});
    if (magic.length >= 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b) {
      try {
        return new Unpacked(packed, new GZIPInputStream(packed, 8192), true, maxBytes);
      } catch (EOFException e) {
        throw truncated(0);
      } catch (ZipException e) {
        throw corrupt(e);
      }
    }
    return new Unpacked(packed, packed, false, maxBytes);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      var read = content.read(buffer, offset, length);
      bytes += Math.max(0, read);
      check();
      return read;
    } catch (EOFException e) {
      throw truncated(bytes);
    } catch (ZipException e) {
      throw corrupt(e);
    }
  }

  private void check() throws BadUpload {
    if (bytes > maxBytes || packed.bytes() > maxBytes) {
      throw new BadUpload(Reason.TOO_LARGE, "is larger than the " + maxBytes + " bytes allowed");
    }
    if (isGzip && bytes > RATIO_FROM && bytes > MAX_RATIO * packed.bytes()) {
      throw new BadUpload(
          Reason.TOO_LARGE,
          "unpacks to more than %d times its size, which no text does".formatted(MAX_RATIO));
    }
  }

  private static BadUpload truncated(long bytes) {
    return new BadUpload(
        Reason.BROKEN, "is gzip that was cut off; it ends after " + bytes + " unpacked bytes");
  }

  private static BadUpload corrupt(ZipException e) {
    return new BadUpload(Reason.BROKEN, "is gzip that is damaged: " + e.getMessage());
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
