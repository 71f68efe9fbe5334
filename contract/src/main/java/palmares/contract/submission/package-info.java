/// Submissions over REST: sending, following, scores for each example.
@NullMarked
package palmares.contract.submission;

import org.jspecify.annotations.NullMarked;
