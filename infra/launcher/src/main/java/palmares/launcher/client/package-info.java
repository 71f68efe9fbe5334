/// The commands that speak to a platform through its REST API, without any framework.
@NullMarked
package palmares.launcher.client;

import org.jspecify.annotations.NullMarked;
