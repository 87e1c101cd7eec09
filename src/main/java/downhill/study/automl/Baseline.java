package downhill.study.automl;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.ensemble.Merit;
import downhill.analysis.fit.Season;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Forecasts;
import downhill.data.prepare.Prepared;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What anybody could say without a model, and every model must beat: the shares of the classes, the mean or the median of the numbers; in a
 * time series the last value, or that of a season ago.
 *
 * @param inner of the rows of all folds, learned from the other folds
 * @param outer of the outer rows, learned from all others
 */
record Baseline(Kind kind, Predictions inner, Predictions outer) {
    /** What is said. */
    enum Kind {
        MAJORITY, MEAN, MEDIAN, LAST, SEASONAL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A class that no training row has is not impossible. */
    static final double LEAST = 1e-6;

    /** The better one of those there are, on the inner rows. */
    static Baseline of(AutoRows rows, DataSpec data, ScoreMetric metric) {
        FoldedRows inner = rows.inner(data);
        List<FoldData> folds = Arrays.stream(rows.folds()).mapToObj(fold -> inner.prepare(fold, false)).toList();
        FoldData outer = rows.outerFold(data);
        return kinds(rows, outer).map(kind -> {
            Function<FoldData, Predictions> said = fold -> said(kind, rows, fold);
            return new Baseline(kind, Mixture.joined(folds.stream().map(said).toList()), said.apply(outer));
        }).reduce((first, other) -> Merit.of(metric, other.inner).compareTo(Merit.of(metric, first.inner)) < 0 ? other : first)
                .orElseThrow();
    }

    private static Stream<Kind> kinds(AutoRows rows, FoldData outer) {
        Prepared open = outer.prepared();
        if (open.task().isClassification()) {
            return Stream.of(Kind.MAJORITY);
        }
        if (open.preprocessing().sequence() == null) {
            return Stream.of(Kind.MEAN, Kind.MEDIAN);
        }
        return season(rows, outer) > 0 ? Stream.of(Kind.LAST, Kind.SEASONAL) : Stream.of(Kind.LAST);
    }

    private static Predictions said(Kind kind, AutoRows rows, FoldData fold) {
        Examples held = fold.held();
        double[] actual = fold.prepared().preprocessing().decode(held.targets(), held);
        if (kind == Kind.MAJORITY) {
            double[] shares = shares(fold.prepared());
            double[] values = new double[held.count() * shares.length];
            Arrays.setAll(values, i -> shares[i % shares.length]);
            return new Predictions(Mixture.probabilities(shares.length, values), new double[0], actual, held.weights());
        }
        return new Predictions(null, numbers(kind, rows, fold), actual, held.weights());
    }

    private static double[] numbers(Kind kind, AutoRows rows, FoldData fold) {
        Examples held = fold.held();
        if (kind == Kind.LAST || kind == Kind.SEASONAL) {
            Column series = rows.table().column(fold.prepared().targetName()).as(ColumnType.NUMBER);
            int horizon = fold.prepared().preprocessing().sequence().horizon();
            int season = kind == Kind.LAST ? 0 : season(rows, fold);
            return season == 0 ? Forecasts.lastValue(series, held.sourceRows(), horizon)
                    : Forecasts.seasonalNaive(series, held.sourceRows(), horizon, season);
        }
        double[] values = new double[held.count()];
        Arrays.fill(values, fold.prepared().preprocessing().decode(constant(kind, fold.prepared())));
        return values;
    }

    /** The mean or the median of the training targets, as a model sees them. */
    static double constant(Kind kind, Prepared prepared) {
        Examples training = prepared.training();
        return kind == Kind.MEAN ? mean(training.targets(), training) : median(training.targets(), training);
    }

    /** Told by the rows before those held out; 0 where they show none yet. */
    private static int season(AutoRows rows, FoldData fold) {
        Column series = rows.table().column(fold.prepared().targetName()).as(ColumnType.NUMBER);
        int end = Arrays.stream(fold.prepared().training().sourceRows()).max().orElse(0);
        double[] values = IntStream.rangeClosed(0, end).mapToDouble(series::number).toArray();
        return Arrays.stream(values).allMatch(Double::isFinite) ? Season.of(values) : 0;
    }

    private static double mean(double[] values, Examples rows) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += rows.weight(i) * values[i];
            weight += rows.weight(i);
        }
        return sum / weight;
    }

    private static double median(double[] values, Examples rows) {
        Integer[] order = IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(values[a], values[b]))
                .toArray(Integer[]::new);
        double half = Arrays.stream(order).mapToDouble(rows::weight).sum() / 2;
        double below = 0;
        for (int i = 0; i < order.length; i++) {
            below += rows.weight(order[i]);
            if (below > half || i == order.length - 1) {
                return values[order[i]];
            }
            if (below == half) {
                return (values[order[i]] + values[order[i + 1]]) / 2;
            }
        }
        throw new IllegalStateException("no rows");
    }

    /** Of the classes among training rows, by their weights; none is 0. */
    static double[] shares(Prepared prepared) {
        double[] shares = new double[prepared.classNames().size()];
        Examples training = prepared.training();
        for (int i = 0; i < training.count(); i++) {
            shares[(int) training.targets()[i]] += training.weight(i);
        }
        double sum = Arrays.stream(shares).sum();
        double all = Arrays.stream(shares).map(share -> Math.max(LEAST, share / sum)).sum();
        return Arrays.stream(shares).map(share -> Math.max(LEAST, share / sum) / all).toArray();
    }
}
