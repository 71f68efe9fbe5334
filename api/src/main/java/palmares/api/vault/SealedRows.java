package palmares.api.vault;

/// A table with sealed secrets, as far as a change of the master key concerns it.
public interface SealedRows {

  /// What they are, for people.
  String what();

  /// Seals rows anew that are not sealed under the present key.
  ///
  /// @return how many there were; none are left once it is less than `limit`
  int reseal(int limit);
}
