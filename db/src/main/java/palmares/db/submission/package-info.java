/// Submissions, their responses as they come in, and what is known of each example.
@NullMarked
package palmares.db.submission;

import org.jspecify.annotations.NullMarked;
