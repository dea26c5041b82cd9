/** Pages of the desk for complaints and checks of wages; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.complaint;

import org.jspecify.annotations.NullMarked;
