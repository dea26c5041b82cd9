/**
 * Comparisons of a candidate release with the live one: begun, kept and answered for. What is
 * counted, and how, is the simulation's; nothing here names a person.
 */
@NullMarked
package huice.casework.impact;

import org.jspecify.annotations.NullMarked;
