package downhill.cli;

import downhill.analysis.predict.Judgement;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** What each row counts for when a model is measured: as in training, unless said otherwise. */
final class MetricWeights {
    @Option(names = "--weight", paramLabel = "COLUMN",
            description = "Column that says how much each row counts in the metrics (default: the one that the "
            + "model was trained with, where the file has it).")
    private String weight;

    @Option(names = "--unweighted", description = "Count each row once, whatever the model was trained with.")
    private boolean unweighted;

    /** The same preprocessing with the weights that were asked for. */
    Preprocessing in(Preprocessing preprocessing) {
        if (weight != null && unweighted) {
            throw new InputException(Said.of("cli.weights.exclude"));
        }
        if (preprocessing.target().column().equals(weight)) {
            throw new InputException(Said.of("cli.weights.target", weight));
        }
        return weight == null && !unweighted ? preprocessing : preprocessing.withWeight(weight);
    }

    /** The column that was asked for, which a file must have; null where none was. */
    String asked() {
        return weight;
    }

    /** Whether and by what the metrics are weighted. */
    void print(Judgement judgement, Preprocessing preprocessing, PrintWriter err) {
        String column = preprocessing.weight();
        long uncounted = judgement.uncounted();
        if (uncounted > 0) {
            err.println(Said.of(uncounted == 1 ? "cli.weightless.one" : "cli.weightless", uncounted, column));
        }
        if (judgement.isWeighted()) {
            double sum = judgement.weight();
            String all = sum == Math.rint(sum) && sum < 1e15 ? Long.toString((long) sum) : Double.toString(sum);
            String rows = judgement.rows() == 1 ? "cli.metrics.weighted.one" : "cli.metrics.weighted";
            err.println(Said.of(rows, column, judgement.rows(), all));
        } else if (column != null && judgement.rows() > 0) {
            err.println(Said.of("cli.metrics.once", column));
        }
    }

    /** The same for other programs. */
    void put(Judgement judgement, Preprocessing preprocessing, NamedFacts measures) {
        if (judgement.isWeighted()) {
            measures.put("measure.weight", preprocessing.weight());
            measures.put("measure.sumOfWeights", judgement.weight());
        }
    }
}
