/**
 * What a caseworker does with a visitor at the counter, and what waits on the desk: found people,
 * schemes at a glance, drafts, documents seen; imports what {@code casework} may import.
 */
@NullMarked
package huice.casework.counter;

import org.jspecify.annotations.NullMarked;
