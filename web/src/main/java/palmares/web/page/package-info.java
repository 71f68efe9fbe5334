/// The frame around every page, and what pages are put together from.
///
/// A page is a `...View` with `layout = PageFrame.class`. Its place in the navigation appears as
/// soon as a page stands at the path that [PageFrame] names. It asks one question:
///
/// ```java
/// add(new PageHeader("What happens next?")
///         .crumb(Links.to("benchmarks/" + name, name + " " + version))
///         .lead("Being judged. Nothing for you to do."),
///     Card.titled("Cost and quota", new Facts().fact("Submissions today", "2 of 5")),
///     new TableFrame("Workers", table));
/// ```
///
/// | what | how |
/// |---|---|
/// | head of the page | [PageHeader] |
/// | piece of a page | [Card]: `titled`, `plain`, `flush` for lists and tables |
/// | state in a word | [StateChip] with a [Tone] |
/// | nothing there yet, done, or why not | [Notice]: `empty`, `done`, `look`, `of(Denial)` |
/// | large numbers; pairs of name and value | [KeyFigures]; [Facts] |
/// | table | [TableFrame] around a [PlainTable]; classes `number` and `wide` on its cells |
/// | link, link as a button | [Links] |
/// | menu | [Dropdown] |
/// | copy | [Clipboard]; [OnceShown] for a secret |
/// | moment | [Moment] in the viewer's zone, [Instants] in UTC |
/// | under way | [Busy], with [Later] for the question itself |
/// | how far something is | [Meter] |
/// | what cannot be undone | [SureButton] |
///
/// Classes for the rest: `tools` (a row of controls; `push` moves one to the right), `buttons`,
/// `grid` (two columns that become one), `stack` (cards below each other), `fields` (inputs below
/// each other), `form`, `narrow` (a page of one column), `button` and `chip-button` on native
/// elements, `tag`, `soft`, `note`, `footnotes`, `gap` (look here), `number` and `time` (figures of
/// equal width), `spoken` (for screen readers only), and `foreign` on every text that a person
/// chose. Colours, radius and border are the custom properties `--palmares-...` of `tokens.css`; a
/// page that needs rules of its own brings a file of its own, named in [Shell].
@NullMarked
package palmares.web.page;

import org.jspecify.annotations.NullMarked;
