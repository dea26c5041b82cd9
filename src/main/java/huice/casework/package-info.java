/**
 * What people and nights do, from registering to releasing, with its transactions; imports {@code
 * policy}, {@code engine}, {@code explain}, {@code store} and {@code model}, never {@code
 * simulation}.
 */
@NullMarked
package huice.casework;

import org.jspecify.annotations.NullMarked;
