/**
 * What changes for whom between two states of the packs: a population decided under both, counted
 * and told. Nothing here has an effect or keeps anything.
 */
@NullMarked
package huice.simulation.impact;

import org.jspecify.annotations.NullMarked;
