package downhill.analysis.ensemble;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which way of mixing is best, told by rows that its weights were not found on: for each part of the rows, weights are found on all other
 * parts; what is measured is what they give on this one. So choosing the best model, too, is measured with what choosing costs.
 *
 * @param kind    the best, the simplest of equally good ones
 * @param weights of the models, by that kind, found on all rows
 * @param scores  of each kind, on rows its weights were not found on
 */
public record EnsembleChoice(EnsembleKind kind, double[] weights, Map<EnsembleKind, Double> scores) {

    /**
     * Chooses.
     *
     * @param library what each model says of the same rows, none of which it learned from; at least one
     * @param parts   number of the part that each row belongs to, from 0; at least two parts
     */
    public static EnsembleChoice of(List<Predictions> library, int[] parts, ScoreMetric metric) {
        Map<EnsembleKind, Double> scores = new EnumMap<>(EnsembleKind.class);
        EnsembleKind best = EnsembleKind.SINGLE;
        Merit least = null;
        for (EnsembleKind kind : library.size() == 1 ? new EnsembleKind[] {EnsembleKind.SINGLE} : EnsembleKind.values()) {
            Predictions crossed = crossed(kind, library, parts, metric);
            scores.put(kind, metric.of(crossed));
            Merit quality = Merit.of(metric, crossed);
            if (least == null || quality.compareTo(least) < 0) {
                least = quality;
                best = kind;
            }
        }
        return new EnsembleChoice(best, best.weights(library, metric), scores);
    }

    /** Weights by a certain way, found on all rows. */
    public static double[] weights(EnsembleKind kind, List<Predictions> library, ScoreMetric metric) {
        return kind.weights(library, metric);
    }

    private static Predictions crossed(EnsembleKind kind, List<Predictions> library, int[] parts, ScoreMetric metric) {
        double[][] byPart = new double[Arrays.stream(parts).max().orElse(0) + 1][];
        for (int part = 0; part < byPart.length; part++) {
            int held = part;
            int[] others = IntStream.range(0, parts.length).filter(row -> parts[row] != held).toArray();
            byPart[part] = kind.weights(library.stream().map(each -> Mixture.rows(each, others)).toList(), metric);
        }
        return mixedByPart(library, parts, byPart);
    }

    private static Predictions mixedByPart(List<Predictions> library, int[] parts, double[][] weights) {
        List<Predictions> mixed = Arrays.stream(weights).map(each -> Mixture.of(library, each)).toList();
        Predictions first = library.get(0);
        boolean numbers = first.probabilities() == null;
        int width = numbers ? 1 : first.probabilities().classes();
        double[] values = new double[parts.length * width];
        for (int row = 0; row < parts.length; row++) {
            Predictions own = mixed.get(parts[row]);
            System.arraycopy(numbers ? own.values() : own.probabilities().values(), row * width, values, row * width, width);
        }
        return numbers ? new Predictions(null, values, first.actual(), first.weights())
                : new Predictions(Mixture.probabilities(width, values), new double[0], first.actual(), first.weights());
    }
}
