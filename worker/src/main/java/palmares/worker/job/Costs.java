package palmares.worker.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import palmares.contract.work.Work.Cost;
import palmares.contract.work.Work.Offer;

/// What the operator says that an example costs with an offer (`id@version`).
public record Costs(Map<String, Cost> byOffer) {

  /// Nothing is said, so nothing is paid.
  public static final Costs UNSAID = new Costs(Map.of());

  private static final Pattern COST = Pattern.compile("([^=]+@\\d+)=(\\d{1,12})(?::(\\d{1,12}))?");

  public Costs {
    byOffer = Map.copyOf(byOffer);
  }

  /// Reads `judge@1=250` (millionths of the currency) or `judge@1=250:900` (and tokens).
  public static Costs parse(List<String> words) {
    var byOffer = new HashMap<String, Cost>();
    for (var word : words) {
      var match = COST.matcher(word.strip());
      if (!match.matches()) {
        throw new IllegalArgumentException(
            "a cost must be OFFER=MICROS or OFFER=MICROS:TOKENS, such as judge@1=250:900: '%s'"
                .formatted(word));
      }
      var tokens = match.group(3);
      var cost =
          new Cost(Long.parseLong(match.group(2)), tokens == null ? 0 : Long.parseLong(tokens));
      byOffer.put(match.group(1), cost);
    }
    return new Costs(byOffer);
  }

  /// The offers with their costs.
  ///
  /// @throws IllegalArgumentException if a cost is of something that is not offered
  public List<Offer> on(List<Offer> offers) {
    var keys = offers.stream().map(Offer::key).toList();
    byOffer.keySet().stream()
        .filter(key -> !keys.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw new IllegalArgumentException(
              "there is a cost of '%s', which this worker does not offer; it offers %s"
                  .formatted(key, keys));
        });
    return offers.stream()
        .map(offer ->
            new Offer(
                offer.id(),
                offer.version(),
                offer.kind(),
                offer.floor(),
                offer.ceiling(),
                offer.summary(),
                byOffer.get(offer.key())))
        .toList();
  }
}
