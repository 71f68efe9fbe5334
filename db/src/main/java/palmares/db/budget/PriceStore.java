package palmares.db.budget;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.OFFER_PRICE;

import java.util.Map;
import org.jooq.impl.DSL;
import palmares.db.Tx;

/// The price list: what workers say that an example costs. A row is never changed, so that what was
/// valid when is on record; a run keeps the price it was started with.
public final class PriceStore {

  private PriceStore() {}

  /// Adds a price if it differs from the one that is valid.
  ///
  /// @param offer `id@version`
  public static void offered(Tx tx, String offer, Price price) {
    tx.sql()
        .execute(
            """
            insert into offer_price (offer, micros, tokens)
            select {0}, {1}, {2} where ({1}, {2}) is distinct from (
              select (micros, tokens) from offer_price where offer = {0} order by id desc limit 1)
            """,
            val(offer), val(price.micros()), val(price.tokens()));
  }

  /// The valid price of everything that has one.
  public static Map<String, Price> valid(Tx tx) {
    return tx.sql()
        .select(OFFER_PRICE.OFFER, OFFER_PRICE.MICROS, OFFER_PRICE.TOKENS)
        .distinctOn(OFFER_PRICE.OFFER)
        .from(OFFER_PRICE)
        .orderBy(OFFER_PRICE.OFFER, DSL.field(OFFER_PRICE.ID).desc())
        .fetchMap(row -> row.value1(), row -> new Price(row.value2(), row.value3()));
  }
}
