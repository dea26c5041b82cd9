/**
 * The command line, which runs on plain Java without Quarkus and without a database; imports what
 * {@code entry} may import.
 */
@NullMarked
package huice.entry.cli;

import org.jspecify.annotations.NullMarked;
