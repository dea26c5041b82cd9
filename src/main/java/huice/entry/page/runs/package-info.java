/** County runs, and whom an office tells what it may apply for. May import what entry imports. */
@NullMarked
package huice.entry.page.runs;

import org.jspecify.annotations.NullMarked;
