package huice.policy;

import huice.model.Text;

/**
 * Something wrong in a table that was handed in. {@code row} is the line or spreadsheet row, 0 the
 * whole table; {@code column} is the column's head, empty for the whole row. The texts repeat
 * nothing that stands in a cell.
 */
public record ImportFault(int row, String column, Text what, Text instead) {}
