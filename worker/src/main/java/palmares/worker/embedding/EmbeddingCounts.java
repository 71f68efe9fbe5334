package palmares.worker.embedding;

/// How many embeddings were asked for, and how many of them did not have to be computed.
public record EmbeddingCounts(long asked, long fromCache) {}
