/** Pages of what offices owe: the worklist, verification and reports. */
@NullMarked
package huice.entry.page.task;

import org.jspecify.annotations.NullMarked;
