package downhill.cli;

import downhill.words.Said;
import java.util.List;
import java.util.Map;

/**
 * What came of an explanation.
 *
 * @param json    for other programs, in this order: numbers, texts, lists, records and maps of such
 * @param head    columns of {@code explain.csv}
 * @param lines   its rows
 * @param printed for people, before the tables, a line each: sayings or texts
 * @param tables  for people, one after another
 * @param told    what must be known besides, a sentence each
 * @param charts  pictures, by the name of their file without its ending
 * @param code    what can be run elsewhere, by the name of its file
 */
record ExplainResult(Map<String, ?> json, List<String> head, List<List<String>> lines, List<?> printed, List<TextTable> tables,
                     List<Said> told, Map<String, ExplainChart> charts, Map<String, String> code) {

    /** With tables alone for people, and nothing to run. */
    ExplainResult(Map<String, ?> json, List<String> head, List<List<String>> lines, List<TextTable> tables, List<Said> told,
                  Map<String, ExplainChart> charts) {
        this(json, head, lines, List.of(), tables, told, charts, Map.of());
    }
}
