package downhill.analysis.ensemble;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Ways to make one answer of several models', the simplest first. */
public enum EnsembleKind {
    /** The best model alone. */
    SINGLE {
        @Override
        double[] weights(List<Predictions> library, ScoreMetric metric) {
            return even(library, metric, 1);
        }
    },
    /** The mean of the five best. */
    AVERAGE {
        @Override
        double[] weights(List<Predictions> library, ScoreMetric metric) {
            return even(library, metric, BEST);
        }
    },
    /** Selected one by one, with replacement. */
    GREEDY {
        @Override
        double[] weights(List<Predictions> library, ScoreMetric metric) {
            return GreedySelection.weights(library, metric);
        }
    },
    /** Weights with which the mixture is most likely, or has the least squared error. */
    STACKED {
        @Override
        double[] weights(List<Predictions> library, ScoreMetric metric) {
            return trimmed(Stacking.weights(library));
        }
    };

    private static final int BEST = 5;
    /** A model with a smaller share costs more than it gives. */
    private static final double SMALL = 0.01;

    /**
     * Weights of the models, 0 or more, with the sum 1.
     *
     * @param library what each says of the same rows, at least one
     */
    abstract double[] weights(List<Predictions> library, ScoreMetric metric);

    /** As JSON and tables call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double[] even(List<Predictions> library, ScoreMetric metric, int most) {
        List<Merit> qualities = library.stream().map(each -> Merit.of(metric, each)).toList();
        Integer[] order = new Integer[library.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> qualities.get(a).compareTo(qualities.get(b)));
        int count = Math.min(most, order.length);
        double[] weights = new double[order.length];
        for (int i = 0; i < count; i++) {
            weights[order[i]] = 1.0 / count;
        }
        return weights;
    }

    private static double[] trimmed(double[] weights) {
        double sum = Arrays.stream(weights).filter(each -> each >= SMALL).sum();
        return Arrays.stream(weights).map(each -> each >= SMALL ? each / sum : 0).toArray();
    }
}
