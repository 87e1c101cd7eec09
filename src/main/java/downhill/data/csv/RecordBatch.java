package downhill.data.csv;

import java.util.List;

/**
 * Consecutive sound records as they stand in the text, each of them whole, and what is to be told of the records between them.
 *
 * @param text     as the parser takes it, up to {@code length}
 * @param lines    where each record starts and what is odd about it
 * @param told     in the order of the file
 * @param consumed bytes of the file that had been read when it was complete
 */
record RecordBatch(char[] text, int length, LineQueue lines, List<RecordNote> told, long consumed) {
}
