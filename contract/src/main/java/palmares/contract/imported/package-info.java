/// What an import of other people's evidence answers.
@NullMarked
package palmares.contract.imported;

import org.jspecify.annotations.NullMarked;
