/**
 * What offices owe to people who asked for it: tasks made from rules in force, closed in one step,
 * and the verification of entries. May import what casework may.
 */
@NullMarked
package huice.casework.task;

import org.jspecify.annotations.NullMarked;
