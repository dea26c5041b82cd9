/**
 * The dictionary, cases, clauses, parameters and outcomes as records and sealed types; imports only
 * {@code java.*} and JSpecify.
 */
@NullMarked
package huice.model;

import org.jspecify.annotations.NullMarked;
