/// Budgets of teams over REST.
@NullMarked
package palmares.api.budget;

import org.jspecify.annotations.NullMarked;
