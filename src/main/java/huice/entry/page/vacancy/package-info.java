/** Pages of the desk for vacancies and fairs; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.vacancy;

import org.jspecify.annotations.NullMarked;
