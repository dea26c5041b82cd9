/** Pages for everybody, without signing in; imports what {@code entry} may import. */
@NullMarked
package huice.entry.page.open;

import org.jspecify.annotations.NullMarked;
