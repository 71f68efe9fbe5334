/// Evidence as ranking methods read it: tables of systems by examples, with their gaps.
@NullMarked
package palmares.scoring.evidence;

import org.jspecify.annotations.NullMarked;
