/**
 * The REST door under {@code /api}: thin resources that translate; imports what {@code entry} may
 * import.
 */
@NullMarked
package huice.entry.api;

import org.jspecify.annotations.NullMarked;
