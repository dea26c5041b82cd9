/** What a caseworker opens for a visitor at the counter; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.counter;

import org.jspecify.annotations.NullMarked;
