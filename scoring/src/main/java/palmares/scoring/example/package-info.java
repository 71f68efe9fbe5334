/// What a benchmark asks and what it expects: messages, references and checklists.
@NullMarked
package palmares.scoring.example;

import org.jspecify.annotations.NullMarked;
