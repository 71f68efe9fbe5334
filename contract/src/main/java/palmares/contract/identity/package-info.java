/// Sign-in, accounts and tokens over REST.
@NullMarked
package palmares.contract.identity;

import org.jspecify.annotations.NullMarked;
