/**
 * Starts the service and holds the three doors; imports {@code casework}, {@code simulation},
 * {@code policy}, {@code engine}, {@code explain} and {@code model}, never {@code store}.
 */
@NullMarked
package huice.entry;

import org.jspecify.annotations.NullMarked;
