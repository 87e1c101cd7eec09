package downhill.export;

import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Column;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedEnsemble;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of a table as they are kept with an exported model, with the model's answers. */
public final class StoredRows {
    /** How many are kept. */
    public static final int COUNT = 20;

    private StoredRows() {
    }

    /**
     * The first rows of a table that the model can answer.
     *
     * @throws RefusedException where there is none
     */
    public static List<StoredRow> of(TrainedEnsemble model, Table table) {
        try (EnsembleScorer scorer = new EnsembleScorer(model)) {
            return of(table, scorer.score(table, 0, true));
        }
    }

    /**
     * The same of a table that has been scored.
     *
     * @throws RefusedException where the model answers none of its rows
     */
    public static List<StoredRow> of(Table table, Scores scores) {
        List<StoredRow> stored = IntStream.range(0, scores.count()).filter(i -> scores.failing(i) == null).limit(COUNT)
                .mapToObj(i -> new StoredRow(row(table, scores.preprocessing(), scores.row(i)), answer(scores, i))).toList();
        if (stored.isEmpty()) {
            throw new RefusedException(Said.of("export.noRow"));
        }
        return stored;
    }

    /**
     * What a model is asked for a row: its cells, or those of the window before it.
     *
     * @return as {@link StoredRow#rows} has them
     */
    public static List<List<Object>> row(Table table, Preprocessing steps, int row) {
        if (steps.sequence() == null) {
            return List.of(cells(table, steps.asked(), row));
        }
        int start = row - steps.sequence().reach();
        return IntStream.range(start, start + steps.sequence().window()).mapToObj(each -> cells(table, steps.asked(), each)).toList();
    }

    private static List<Object> cells(Table table, List<FeatureStep> features, int row) {
        List<Object> cells = new ArrayList<>();
        for (FeatureStep step : features) {
            Column column = table.column(step.column()).as(step.type());
            cells.add(step instanceof FeatureStep.OneHot ? column.text(row) : number(column.number(row)));
        }
        return Collections.unmodifiableList(cells);
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static List<Double> answer(Scores scores, int i) {
        if (scores.probabilities() == null) {
            return List.of(scores.values()[i]);
        }
        int classes = scores.classes().size();
        double[] all = scores.probabilities().values();
        return Arrays.stream(all, i * classes, (i + 1) * classes).boxed().toList();
    }
}
