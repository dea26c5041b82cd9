package huice.policy;

import java.util.List;
import java.util.Set;

/**
 * A sheet as it is written: its rows, which of them is the head ({@code -1}: none), the rows with
 * which something new begins, and how wide a column may become.
 */
record SheetContent(
    String name, List<List<String>> rows, int head, Set<Integer> begins, int widest) {}
