package downhill.serve;

import java.util.List;

/**
 * What a request gets.
 *
 * @param rows    in order
 * @param notes   cells that were not taken as they stand
 * @param far     values far outside training
 * @param ignored columns that the model does not know
 */
record ServedAnswer(List<RowAnswer> rows, List<CellReader.Note> notes, List<Drift.Far> far, List<String> ignored) {
    /** How many rows have no answer. */
    long unanswered() {
        return rows.stream().filter(each -> !each.answered()).count();
    }
}
