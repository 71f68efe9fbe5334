/// Two submissions side by side: who is better, by how much, and on which examples.
@NullMarked
package palmares.web.comparison;

import org.jspecify.annotations.NullMarked;
