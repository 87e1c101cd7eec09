package downhill.export.onnx.run;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.predict.RowScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Examples;
import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.export.StoredRows;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of a table answered by an ONNX file: which of them it can be asked is told by the preparation, the answers are the file's. */
public final class OnnxScorer implements RowScorer {
    /** How far the sum of probabilities in float may be off 1. */
    private static final double ROUNDING = 1e-3;

    private final OnnxRun file;
    private final Preprocessing steps;
    private final boolean categories;

    /** @param categories whether the preparation knows which texts training had */
    public OnnxScorer(OnnxRun file, Preprocessing steps, boolean categories) {
        this.file = file;
        this.steps = steps;
        this.categories = categories;
    }

    @Override
    public Scores score(Table table, int from, boolean last) {
        Applied applied = steps.apply(table, from, last);
        Applied rows = categories ? applied : new Applied(applied.inputs(), applied.unscored(), Map.of());
        Examples examples = rows.inputs();
        double[][] answers = file.answers(IntStream.of(examples.sourceRows()).mapToObj(row -> asked(table, row)).toList());
        double[] actual = steps.decode(examples.targets(), examples);
        List<String> classes = steps.classNames();
        double[] all = Arrays.stream(answers).flatMapToDouble(Arrays::stream).toArray();
        if (all.length != answers.length * Math.max(1, classes.size())) {
            throw new RefusedException(Said.of("export.onnx.rows"));
        }
        return classes.isEmpty() ? new Scores(rows, classes, null, all, actual, steps)
                : new Scores(rows, classes, probabilities(answers, all, classes.size()), new double[0], actual, steps);
    }

    private static ClassProbabilities probabilities(double[][] answers, double[] all, int classes) {
        int[] predicted = Arrays.stream(answers).mapToInt(OnnxScorer::largest).toArray();
        return new ClassProbabilities(classes, all, predicted);
    }

    private static int largest(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        if (!Double.isFinite(sum)) {
            return -1;
        }
        if (Math.abs(sum - 1) > ROUNDING || Arrays.stream(shares).anyMatch(share -> share < -ROUNDING)) {
            throw new RefusedException(Said.of("export.onnx.shares", shares.length));
        }
        return IntStream.range(0, shares.length).reduce((best, i) -> shares[i] > shares[best] ? i : best).orElseThrow();
    }

    /** With texts that mean a category of training written as it. */
    private List<List<Object>> asked(Table table, int row) {
        List<List<Object>> cells = StoredRows.row(table, steps, row);
        return categories ? cells.stream().map(this::known).toList() : cells;
    }

    private List<Object> known(List<Object> cells) {
        List<Object> known = new ArrayList<>(cells);
        for (int i = 0; i < known.size(); i++) {
            if (steps.asked().get(i) instanceof FeatureStep.OneHot step && known.get(i) instanceof String text) {
                known.set(i, steps.category(step, text).orElse(text));
            }
        }
        return known;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
