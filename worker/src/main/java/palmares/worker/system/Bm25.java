package palmares.worker.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/// BM25 of a passage's sentences for its question, by Lucene's default (k1 1.2, b 0.75) over an
/// index in memory that holds each sentence as a document; English stemming and stop words.
final class Bm25 {

  private static final String FIELD = "text";

  private Bm25() {}

  /// One score for each sentence, 0 where it shares no term with the question.
  static double[] scores(Passage passage) {
    try (var analyzer = new EnglishAnalyzer();
        var directory = new ByteBuffersDirectory()) {
      write(passage, directory, analyzer);
      return search(passage, directory, analyzer);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory failed", e);
    }
  }

  private static void write(Passage passage, Directory directory, Analyzer analyzer)
      throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (var sentence : passage.sentences()) {
        var document = new Document();
        document.add(new TextField(FIELD, sentence, Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static double[] search(Passage passage, Directory directory, Analyzer analyzer)
      throws IOException {
    var scores = new double[passage.sentences().size()];
    // Not a query parser: a question mark is no wildcard here.
    var built = new QueryBuilder(analyzer).createBooleanQuery(FIELD, passage.question());
    var query = built == null ? new MatchNoDocsQuery() : built;
    try (var reader = DirectoryReader.open(directory)) {
      // Documents are numbered as they were added.
      for (var hit : new IndexSearcher(reader).search(query, scores.length).scoreDocs) {
        scores[hit.doc] = hit.score;
      }
    }
    return scores;
  }
}
