/// How a request that was refused says so: RFC 9457 with one entry for each thing that is wrong.
@NullMarked
package palmares.contract.problem;

import org.jspecify.annotations.NullMarked;
