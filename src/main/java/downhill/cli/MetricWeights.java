package downhill.cli;

import downhill.analysis.predict.Judgement;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.Map;
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

    /** @param found what the file calls the columns of training that it has */
    void check(String csv, Map<String, String> found) {
        if (weight != null && !found.containsKey(weight)) {
            throw new InputException(Said.of("cli.weights.absent", csv, weight));
        }
    }

    /** Whether and by what the metrics are weighted. */
    void print(Judgement judgement, Preprocessing preprocessing, PrintWriter err) {
        String column = preprocessing.weight();
        if (judgement.uncounted() > 0) {
            err.println(judgement.uncounted() + (judgement.uncounted() == 1 ? " row of weight 0 in \"" : " rows of weight 0 in \"") + column
                    + (judgement.uncounted() == 1 ? "\" is" : "\" are") + " not measured.");
        }
        if (judgement.isWeighted()) {
            double sum = judgement.weight();
            err.println("The metrics are weighted by \"" + column + "\": " + judgement.rows()
                    + (judgement.rows() == 1 ? " row, " : " rows, ")
                    + (sum == Math.rint(sum) && sum < 1e15 ? Long.toString((long) sum) : Double.toString(sum)) + " in all.");
        } else if (column != null && judgement.rows() > 0) {
            err.println("The model was trained with rows that count by \"" + column
                    + "\", which this file does not hold; each row counts once.");
        }
    }

    /** The same for other programs. */
    void put(Judgement judgement, Preprocessing preprocessing, Map<String, Object> measures) {
        if (judgement.isWeighted()) {
            measures.put("weight", preprocessing.weight());
            measures.put("sumOfWeights", judgement.weight());
        }
    }
}
