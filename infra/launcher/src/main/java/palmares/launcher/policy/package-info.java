/// `palmares ope` and `palmares sharpe`: policies judged from logged data, without a server or a
/// framework.
@NullMarked
package palmares.launcher.policy;

import org.jspecify.annotations.NullMarked;
