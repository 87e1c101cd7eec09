package downhill.ui.screen.evaluate;

import downhill.analysis.curve.CurveBand;
import downhill.analysis.score.HeldOut;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Curves of contenders over all folds, each with its band, and thin that of the fold that is chosen.
 *
 * @param state  whose folds they are of
 * @param chosen a fold; null for none. Of the first repeat alone there are curves
 * @param order  places of the contenders, whoever is drawn last at the end
 */
record FoldCurves(EvaluationState state, Fold chosen, List<Integer> order) {

    /**
     * A curve for each contender of which some run has one.
     *
     * @param mean what is drawn of a band
     * @param told what stands behind the name, by place
     */
    List<SeriesData> series(List<CurveBand> bands, Function<CurveBand, double[]> mean, IntFunction<String> told) {
        List<SeriesData> series = new ArrayList<>();
        for (int i : order) {
            CurveBand band = bands.get(i);
            ContenderSpec one = state.hearing().experiment().contenders().get(i);
            if (band.each().length > 0) {
                series.addAll(chosen(one, i, band));
                series.add(SeriesData.main(one.name() + told.apply(i), Points.of(band.x(), mean.apply(band)), one.style())
                        .within(new Band(Points.of(band.x(), band.low()), Points.of(band.x(), band.high()))));
            }
        }
        return series;
    }

    private List<SeriesData> chosen(ContenderSpec one, int place, CurveBand band) {
        List<HeldOut> runs = state.finished().answers().get(place).runs();
        return chosen == null || runs.size() != band.each().length ? List.of() : IntStream.range(0, runs.size())
                .filter(run -> runs.get(run).isOf(chosen))
                .filter(run -> Arrays.stream(band.each()[run]).noneMatch(Double::isNaN))
                .mapToObj(run -> SeriesData.second(one.name(), Points.of(band.x(), band.each()[run]), one.style())).toList();
    }
}
