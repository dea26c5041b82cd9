/**
 * The pages for people: thin resources over Qute templates, and what all of them share; imports
 * what {@code entry} may import.
 */
@NullMarked
package huice.entry.page;

import org.jspecify.annotations.NullMarked;
