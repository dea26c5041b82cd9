/**
 * Puts an outcome into words and into its record (JSON): reasons, letters, what is missing, what
 * would change it; plain Java, imports only {@code model} of this program.
 */
@NullMarked
package huice.explain;

import org.jspecify.annotations.NullMarked;
