/// `palmares agree`: how far raters agree, straight from a file, without a server or a framework.
@NullMarked
package palmares.launcher.agree;

import org.jspecify.annotations.NullMarked;
