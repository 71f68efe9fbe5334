/// Workers, health and the doctor over REST, for operators.
@NullMarked
package palmares.contract.operation;

import org.jspecify.annotations.NullMarked;
