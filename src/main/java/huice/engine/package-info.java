/**
 * The only package that knows Drools: vocabulary, measures, conditions, the compiled release and
 * its decisions; plain Java, imports only {@code model} of this program.
 */
@NullMarked
package huice.engine;

import org.jspecify.annotations.NullMarked;
