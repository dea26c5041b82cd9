/**
 * What employers owe by law, as far as the record shows it, and proposals to inspectors: never a
 * verdict; imports what {@code casework} may import.
 */
@NullMarked
package huice.casework.employer;

import org.jspecify.annotations.NullMarked;
