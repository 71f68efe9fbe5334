/// Keeps open pages up to date: one stream from the API for each subject that anybody looks at.
@NullMarked
package palmares.web.live;

import org.jspecify.annotations.NullMarked;
