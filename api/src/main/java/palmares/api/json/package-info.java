/// Strict JSON: every flaw of a document at once, each with its line and field, before anything is
/// made of it.
@NullMarked
package palmares.api.json;

import org.jspecify.annotations.NullMarked;
