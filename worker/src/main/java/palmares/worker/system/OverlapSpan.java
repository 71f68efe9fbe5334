package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.Set;
import java.util.stream.IntStream;

/// Gives a few words: in the sentence that word-overlap chooses, the span nearest to the words it
/// shares with the question, longer spans first. The sentence itself if there is no span.
@AutoService(BuiltInSystem.class)
public final class OverlapSpan implements PassageSystem {

  @Override
  public String id() {
    return "overlap-span";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the few words nearest to where a sentence repeats the question";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    var sentence = passage.mostShared();
    var spans = Span.of(sentence, passage.questionWords());
    if (spans.isEmpty()) {
      return sentence;
    }
    var shared = sharedPositions(sentence, passage.questionWords());
    var scores = spans.stream().mapToDouble(span -> nearness(span, shared)).toArray();
    return spans.get(Ranks.descending(scores).getFirst()).text();
  }

  private static int[] sharedPositions(String sentence, Set<String> questionWords) {
    var words = Words.of(sentence);
    return IntStream.range(0, words.size())
        .filter(i -> questionWords.contains(words.get(i).form()))
        .toArray();
  }

  /// The sum over shared words of the span's length by their distance.
  private static double nearness(Span span, int[] shared) {
    double sum = 0;
    for (int position : shared) {
      int distance = position < span.first() ? span.first() - position : position - span.last();
      sum += (double) (span.last() - span.first() + 1) / distance;
    }
    return sum;
  }
}
