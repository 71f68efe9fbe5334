/// What every page stands on: the servlet context, the frame around a page, and its notices.
@NullMarked
package palmares.web.page;

import org.jspecify.annotations.NullMarked;
