/// The pages on which a submission is sent and followed.
@NullMarked
package palmares.web.submission;

import org.jspecify.annotations.NullMarked;
