package downhill.cli.bench;

import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Column;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.SequenceSpec;
import downhill.data.prepare.Forecasts;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Trains a network as the window would, with several seeds, and holds the worst result against what it must reach. */
public final class Quality {
    /** Of initial values, batches and dropout. The rows held out are the same for all. */
    public static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    private Quality() {
    }

    /**
     * Runs a case with some seeds.
     *
     * @throws CancellationException where the progress says to give up
     */
    public static QualityFigure measure(QualityCase wanted, List<Long> seeds, Progress progress) {
        long begin = System.nanoTime();
        DataSpec spec = SampleData.of(wanted.sample()).spec();
        Prepared prepared = DataSources.prepare(spec, null, Progress.NONE);
        List<Double> reached = seeds.stream().map(seed -> reached(wanted.experiment(seed), prepared, wanted.measure(), progress)).toList();
        double seconds = Math.rint((System.nanoTime() - begin) * 1e-8) / 10;
        return wanted.classifies() ? accuracy(wanted, reached, seconds) : error(wanted, reached, forecasts(wanted, prepared), seconds);
    }

    /** NaN where training diverged, which passes no threshold. */
    private static double reached(Experiment experiment, Prepared prepared, String measure, Progress progress) {
        RaceResult result = RaceRunner.run(experiment, prepared, RuleLibrary.complete(), RaceOptions.alone(), progress);
        if (result.state() != RaceState.ENDED) {
            throw new CancellationException("Cancelled.");
        }
        return result.contenders().get(0).metrics().getOrDefault(measure, Double.NaN);
    }

    private static QualityFigure accuracy(QualityCase wanted, List<Double> reached, double seconds) {
        double worst = reached.stream().reduce(Double.POSITIVE_INFINITY, Math::min);
        return new QualityFigure(wanted.name(), wanted.measure(), reached, worst,
                List.of(new QualityFigure.Threshold("least accuracy", QualityCase.LEAST_ACCURACY)), worst >= QualityCase.LEAST_ACCURACY,
                        seconds);
    }

    private static QualityFigure error(QualityCase wanted, List<Double> reached, List<QualityFigure.Threshold> naive, double seconds) {
        double worst = reached.stream().reduce(0.0, Math::max);
        return new QualityFigure(wanted.name(), wanted.measure(), reached, worst, naive,
                naive.stream().allMatch(each -> worst < each.value()), seconds);
    }

    /** Errors of the naive forecasts on the rows held out, from the series as it stands in the file. */
    private static List<QualityFigure.Threshold> forecasts(QualityCase wanted, Prepared prepared) {
        SampleData sample = SampleData.of(wanted.sample());
        SequenceSpec sequence = sample.sequence();
        Column series = DataSources.load(sample.spec(), null, Progress.NONE).table().column(sample.target());
        int[] rows = prepared.validation().sourceRows();
        double[] actual = Arrays.stream(rows).mapToDouble(series::number).toArray();
        return List.of(threshold("last value", Forecasts.lastValue(series, rows, sequence.horizon()), actual),
                threshold("seasonal naive", Forecasts.seasonalNaive(series, rows, sequence.horizon(), sample.season()), actual));
    }

    private static QualityFigure.Threshold threshold(String name, double[] forecast, double[] actual) {
        return new QualityFigure.Threshold(name, RegressionMetrics.of(forecast, actual).rmse());
    }
}
