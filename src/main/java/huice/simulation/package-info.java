/**
 * Questions without consequences: what-if, impact, population, shadow run and replay; imports
 * {@code policy}, {@code engine}, {@code explain}, {@code store} and {@code model}, never {@code
 * casework}.
 */
@NullMarked
package huice.simulation;

import org.jspecify.annotations.NullMarked;
