package palmares.db;

import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// Lets generated columns of 32 bytes be read and written as [Sha256].
public final class Sha256Converter extends AbstractConverter<byte[], Sha256> {

  private static final long serialVersionUID = 1;

  public Sha256Converter() {
    super(byte[].class, Sha256.class);
  }

  @Override
  public @Nullable Sha256 from(byte @Nullable [] bytes) {
    return bytes == null ? null : Sha256.ofDigest(bytes);
  }

  @Override
  public byte @Nullable [] to(@Nullable Sha256 digest) {
    return digest == null ? null : digest.bytes();
  }
}
