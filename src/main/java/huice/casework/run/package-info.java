/**
 * The county run: assesses everybody who wants to be told, or only what changed, decides nothing,
 * and tells what people may apply for. May import what casework imports.
 */
@NullMarked
package huice.casework.run;

import org.jspecify.annotations.NullMarked;
