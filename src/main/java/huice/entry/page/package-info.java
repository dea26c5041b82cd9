/**
 * The pages for people: thin resources over Qute templates; imports what {@code entry} may import.
 */
@NullMarked
package huice.entry.page;

import org.jspecify.annotations.NullMarked;
