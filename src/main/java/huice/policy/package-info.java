/**
 * Reads and checks packs and the dictionary, and keeps the register of clauses; plain Java, imports
 * only {@code model} of this program.
 */
@NullMarked
package huice.policy;

import org.jspecify.annotations.NullMarked;
