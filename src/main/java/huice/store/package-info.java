/**
 * Keeps everything in PostgreSQL: entities, repositories, migrations, bulk paths and the
 * append-only log; imports only {@code model} of this program.
 */
@NullMarked
package huice.store;

import org.jspecify.annotations.NullMarked;
