/// The running platform as tests hold it: its processes, which can be killed, and its REST API.
@NullMarked
package palmares.e2e.platform;

import org.jspecify.annotations.NullMarked;
