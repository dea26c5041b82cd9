/** The page that each role opens in the morning; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.desk;

import org.jspecify.annotations.NullMarked;
