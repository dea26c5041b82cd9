/** What conditions compare: a fact, or something computed from facts for a date. */
@NullMarked
package huice.engine.measure;

import org.jspecify.annotations.NullMarked;
