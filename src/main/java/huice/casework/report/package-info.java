/**
 * What offices did, in numbers in which nobody can be found again: no rank, no target, no figure by
 * village or officer. May import what casework may.
 */
@NullMarked
package huice.casework.report;

import org.jspecify.annotations.NullMarked;
