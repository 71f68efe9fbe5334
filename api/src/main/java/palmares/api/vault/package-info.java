/// Keeps secrets that must be read again: seals them for storage under a master key.
@NullMarked
package palmares.api.vault;

import org.jspecify.annotations.NullMarked;
