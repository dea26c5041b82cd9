/**
 * What becomes of an application: one explicit state machine from receipt to review, the decisions
 * made on the way, and what is looked up about them later; imports what {@code casework} may.
 */
@NullMarked
package huice.casework.decision;

import org.jspecify.annotations.NullMarked;
