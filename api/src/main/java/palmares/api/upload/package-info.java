/// Uploaded files as untrusted streams: lines with a cap, and unpacking with caps on size and
/// ratio.
@NullMarked
package palmares.api.upload;

import org.jspecify.annotations.NullMarked;
