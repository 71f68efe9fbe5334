package palmares.scoring.example;

/// A piece of a message: text, or a blob (image, audio) named by its sha-256.
public sealed interface Part {

  record Text(String text) implements Part {}

  record Blob(String sha256, String mediaType) implements Part {}
}
