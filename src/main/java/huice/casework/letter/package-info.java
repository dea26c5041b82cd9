/**
 * Letters: written from the stored record, kept as bytes, delivered; imports what {@code casework}
 * may import.
 */
@NullMarked
package huice.casework.letter;

import org.jspecify.annotations.NullMarked;
