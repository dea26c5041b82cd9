/** Complaints, unpaid wages, and the checks of wages that an office makes of its own accord. */
@NullMarked
package huice.casework.complaint;

import org.jspecify.annotations.NullMarked;
