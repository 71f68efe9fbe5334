package palmares.scoring.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The longest common subsequence of two token lists, 64 cells of the table at a time.
///
/// A response may be megabytes long and a reference a whole article; the plain table would then
/// take minutes. The bits of a row say where the count does NOT step up (Hyyrö 2004, "Bit-parallel
/// LCS-length computation revisited"): `row = (row + (row & m)) | (row & ~m)` with `m` the places
/// of the next token.
final class CommonSubsequence {

  private CommonSubsequence() {}

  static int length(List<String> left, List<String> right) {
    var across = left.size() <= right.size() ? left : right;
    var down = left.size() <= right.size() ? right : left;
    var places = places(across);
    var row = new long[(across.size() + 63) / 64];
    var match = new long[row.length];
    Arrays.fill(row, -1);
    for (var token : down) {
      var here = places.get(token);
      if (here != null) {
        here.forEach(i -> match[i >> 6] |= 1L << (i & 63));
        step(row, match);
        here.forEach(i -> match[i >> 6] = 0);
      }
    }
    var steps = 0;
    for (var i = 0; i < across.size(); i++) {
      steps += (row[i >> 6] >>> (i & 63) & 1) == 0 ? 1 : 0;
    }
    return steps;
  }

  private static Map<String, List<Integer>> places(List<String> tokens) {
    var places = new HashMap<String, List<Integer>>();
    for (var i = 0; i < tokens.size(); i++) {
      places.computeIfAbsent(tokens.get(i), token -> new ArrayList<>()).add(i);
    }
    return places;
  }

  private static void step(long[] row, long[] match) {
    var carry = 0L;
    for (var i = 0; i < row.length; i++) {
      var both = row[i] & match[i];
      var sum = row[i] + both;
      var carried = sum + carry;
      var overflows =
          Long.compareUnsigned(sum, both) < 0 || Long.compareUnsigned(carried, carry) < 0;
      row[i] = carried | (row[i] & ~match[i]);
      carry = overflows ? 1 : 0;
    }
  }
}
