/// Files by the sha-256 of their content: uploads, sealed documents, raw replies.
@NullMarked
package palmares.db.blob;

import org.jspecify.annotations.NullMarked;
