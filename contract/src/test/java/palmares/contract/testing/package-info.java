/// Real servers and a real browser for tests, of the modules on both sides of the contract.
@NullMarked
package palmares.contract.testing;

import org.jspecify.annotations.NullMarked;
