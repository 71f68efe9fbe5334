/// Sentence embeddings by a model loaded here; the only place that knows DJL.
@NullMarked
package palmares.worker.embedding;

import org.jspecify.annotations.NullMarked;
