/// PostgreSQL and a broker inside this process, for a platform that runs from one command.
@NullMarked
package palmares.launcher.embedded;

import org.jspecify.annotations.NullMarked;
