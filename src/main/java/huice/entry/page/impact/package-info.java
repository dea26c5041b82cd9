/** What a candidate release would change, for policy officers, certifiers and auditors. */
@NullMarked
package huice.entry.page.impact;

import org.jspecify.annotations.NullMarked;
