/** What an employer owes and what is handed on of it; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.employer;

import org.jspecify.annotations.NullMarked;
