/// Submissions: checked and taken as a whole or not at all, then followed to their end.
@NullMarked
package palmares.api.submission;

import org.jspecify.annotations.NullMarked;
