/**
 * From application to decision, objection and review, and the letters on the way; imports what
 * {@code entry} may import.
 */
@NullMarked
package huice.entry.page.cases;

import org.jspecify.annotations.NullMarked;
