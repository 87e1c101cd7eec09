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
 * @param tables  for people, one after another
 * @param told    what must be known besides, a sentence each
 * @param charts  pictures, by the name of their file without its ending
 */
record ExplainResult(Map<String, ?> json, List<String> head, List<List<String>> lines, List<TextTable> tables, List<Said> told,
                     Map<String, ExplainChart> charts) {
}
