/**
 * What decisions grant is claimed, queued, shown publicly, paid in batches and kept in a ledger.
 */
@NullMarked
package huice.casework.money;

import org.jspecify.annotations.NullMarked;
