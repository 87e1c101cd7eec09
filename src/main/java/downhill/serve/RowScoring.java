package downhill.serve;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks a model as {@code downhill predict} does, in the same pieces: a product of matrices may round the last rows of a piece otherwise, so
 * that only the same pieces give the same bits.
 */
final class RowScoring {
    private static final int PIECE = 2048;
    private static final int MOST_CELLS = 1 << 20;

    private RowScoring() {
    }

    /**
     * Answers to the rows of a table, and of a time series to those past its end, in the order of the rows.
     *
     * @param fields columns that came with the rows
     */
    static List<RowAnswer> of(EnsembleScorer scorer, Preprocessing preprocessing, Table table, int fields) {
        RowOrder order = RowOrder.of(table, preprocessing);
        boolean kept = isRising(order.rows());
        Table arranged = kept ? table : table.inOrder(order.rows());
        int piece = kept ? Math.max(1, Math.min(PIECE, MOST_CELLS / Math.max(1, fields))) : PIECE;
        List<RowAnswer> answers = new ArrayList<>(table.rows());
        for (int from = 0; from < table.rows(); from += piece) {
            int to = Math.min(table.rows(), from + piece);
            int start = Math.max(0, from - preprocessing.reach());
            boolean whole = from == 0 && to == table.rows();
            Table part = whole ? arranged : arranged.inOrder(IntStream.range(start, to).toArray());
            add(scorer.score(part, from - start, to == table.rows()), start, answers);
        }
        if (!kept) {
            answers.replaceAll(each -> each.row() < table.rows() ? each.at(order.rows()[each.row()]) : each);
        }
        answers.sort(Comparator.comparingInt(RowAnswer::row));
        return answers;
    }

    private static boolean isRising(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != i) {
                return false;
            }
        }
        return true;
    }

    /** The answers of a piece that begins at that row. */
    static void add(Scores scores, int start, List<RowAnswer> answers) {
        for (int i = 0; i < scores.count(); i++) {
            int row = start + scores.row(i);
            answers.add(scores.failing(i) == null ? answer(scores, i, row) : RowAnswer.none(row, scores.failing(i)));
        }
        for (Applied.Unscored one : scores.rows().unscored()) {
            answers.add(RowAnswer.none(start + one.row(), one.reason()));
        }
    }

    private static RowAnswer answer(Scores scores, int i, int row) {
        if (scores.probabilities() == null) {
            return new RowAnswer(row, scores.prediction(i), scores.values()[i], new double[0], null);
        }
        int classes = scores.classes().size();
        double[] own = Arrays.copyOfRange(scores.probabilities().values(), i * classes, (i + 1) * classes);
        return new RowAnswer(row, scores.prediction(i), Double.NaN, own, null);
    }
}
