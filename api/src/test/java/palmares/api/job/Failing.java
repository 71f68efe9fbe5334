package palmares.api.job;

import palmares.db.testing.TestDatabase;

/// Rows that cannot be changed, as after a bug that only they meet.
final class Failing {

  private Failing() {}

  /// @param which a condition on `old`
  static void update(TestDatabase postgres, String table, String which) {
    postgres.asOwner(
        """
        create or replace function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'refused on purpose'; end $$;
        create trigger refusing before update on %s for each row when (%s) execute function refuse();
        """
            .formatted(table, which));
  }

  static void end(TestDatabase postgres, String table) {
    postgres.asOwner("drop trigger refusing on " + table);
  }
}
