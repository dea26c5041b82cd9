/** Pages of budgets, queues, payments and what is claimed for rosters. */
@NullMarked
package huice.entry.page.money;

import org.jspecify.annotations.NullMarked;
