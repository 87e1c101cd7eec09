package downhill.data;

import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.prepare.Applied;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Forecasts;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {
    private static final double[] SERIES = IntStream.range(0, 60).mapToDouble(i -> i * i % 17 + i * 0.1).toArray();

    private static DataSpec plain(int window, int horizon, int stride) {
        return spec().withScaling(Scaling.NONE).withScaleTarget(false).withSequence(new SequenceSpec(window, horizon, stride));
    }

    @ParameterizedTest
    @CsvSource({"5,1,1", "5,3,1", "8,1,2", "1,1,1", "12,6,5"})
    void eachWindowHoldsThePastOfItsTarget(int window, int horizon, int stride) {
        Prepared prepared = Preparation.prepare(table(numbers("t", range(60)), numbers("v", SERIES)), plain(window, horizon, stride));
        assertEquals(List.of("v"), prepared.featureNames());
        assertArrayEquals(new int[] {window, 1}, prepared.inputShape());
        for (Examples part : List.of(prepared.training(), prepared.validation())) {
            for (int i = 0; i < part.count(); i++) {
                int target = part.sourceRows()[i];
                assertEquals(SERIES[target], part.targets()[i]);
                double[] expected = Arrays.copyOfRange(SERIES, target - horizon - window + 1, target - horizon + 1);
                assertArrayEquals(expected, Arrays.copyOfRange(part.inputs(), i * window, (i + 1) * window));
            }
        }
    }

    @Test
    void theValidationPartIsTheLastInTimeAndScalingKnowsNothingOfIt() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> i < 79 ? i % 5 : 1000).toArray();
        DataSpec scaled = spec().withSequence(new SequenceSpec(4, 1, 1));
        Prepared prepared = Preparation.prepare(table(numbers("t", range(100)), numbers("v", values)), scaled);
        int last = prepared.training().sourceRows()[prepared.training().count() - 1];
        assertTrue(last < prepared.validation().sourceRows()[0]);
        FeatureStep.Numeric step = (FeatureStep.Numeric) prepared.preprocessing().features().get(0);
        assertTrue(step.center() < 100, "the mean must come from rows before " + last + ": " + step.center());
    }

    @Test
    void severalChannelsLieSideBySideInEachRowOfTheWindow() {
        double[] other = IntStream.range(0, 60).mapToDouble(i -> -i * i).toArray();
        Prepared prepared = Preparation.prepare(table(numbers("other", other), numbers("v", SERIES)), plain(3, 1, 1));
        assertEquals(List.of("other", "v"), prepared.featureNames());
        assertArrayEquals(new double[] {other[0], SERIES[0], other[1], SERIES[1], other[2], SERIES[2]},
                Arrays.copyOf(prepared.training().inputs(), 6));
    }

    @Test
    void aWindowWithAMissingValueIsLeftOutWhenRowsAreDropped() {
        double[] values = SERIES.clone();
        values[30] = Double.NaN;
        Prepared prepared = Preparation.prepare(table(numbers("t", range(60)), numbers("v", values)),
                plain(5, 1, 1).withMissing(MissingStrategy.DROP_ROW));
        assertEquals(60 - 5 - 6, prepared.training().count() + prepared.validation().count());
    }

    @Test
    void newRowsAlsoGiveTheWindowWhoseTargetIsStillToCome() {
        Table table = table(numbers("t", range(60)), numbers("v", SERIES));
        Applied applied = Preparation.prepare(table, plain(5, 1, 1)).preprocessing().apply(table);
        assertEquals(56, applied.inputs().count());
        assertTrue(Double.isNaN(applied.inputs().targets()[55]));
    }

    private static final double[] GROWING = IntStream.range(0, 60).mapToDouble(i -> (10 + i) * (1 + 0.2 * Math.sin(i))).toArray();

    private static Prepared levelled(double[] series, DataSpec spec) {
        return Preparation.prepare(table(numbers("t", range(60)), numbers("v", series)),
                spec.withSequence(spec.sequence().withLevel(Level.WINDOW)));
    }

    @ParameterizedTest
    @CsvSource({"5,1,1", "12,6,5"})
    void aWindowOfAPositiveSeriesIsTheRatioToItsOwnMean(int window, int horizon, int stride) {
        Prepared prepared = levelled(GROWING, plain(window, horizon, stride));
        for (Examples part : List.of(prepared.training(), prepared.validation())) {
            for (int i = 0; i < part.count(); i++) {
                int target = part.sourceRows()[i];
                double[] past = Arrays.copyOfRange(GROWING, target - horizon - window + 1, target - horizon + 1);
                double mean = Arrays.stream(past).average().orElseThrow();
                assertArrayEquals(Arrays.stream(past).map(v -> v / mean - 1).toArray(),
                        Arrays.copyOfRange(part.inputs(), i * window, (i + 1) * window), 1e-12);
                assertEquals(GROWING[target] / mean - 1, part.targets()[i], 1e-12);
                assertEquals(mean, part.level(i), 1e-9);
            }
        }
    }

    @Test
    void aSeriesThatIsNotPositiveIsTakenByDifferences() {
        Prepared prepared = levelled(SERIES, plain(3, 1, 1));
        double mean = (SERIES[0] + SERIES[1] + SERIES[2]) / 3;
        assertArrayEquals(new double[] {SERIES[0] - mean, SERIES[1] - mean, SERIES[2] - mean},
                Arrays.copyOf(prepared.training().inputs(), 3), 1e-12);
        assertEquals(SERIES[3] - mean, prepared.training().targets()[0], 1e-12);
        assertTrue(prepared.preprocessing().describe().get(0).toString().contains("value − mean"));
    }

    @Test
    void relativeTargetsComeBackInTheirOwnUnits() {
        for (double[] series : List.of(SERIES, GROWING)) {
            Prepared prepared = levelled(series, spec().withSequence(new SequenceSpec(8, 2, 1)));
            for (Examples part : List.of(prepared.training(), prepared.validation())) {
                double[] actual = Arrays.stream(part.sourceRows()).mapToDouble(row -> series[row]).toArray();
                assertArrayEquals(actual, prepared.preprocessing().decode(part.targets(), part), 1e-9);
            }
            assertEquals(0, Arrays.stream(prepared.training().targets()).average().orElseThrow(), 1e-12);
        }
    }

    @Test
    void aWindowWithoutAPositiveMeanIsLeftOutWhereRatiosWereLearned() {
        Preprocessing steps = levelled(GROWING, plain(5, 1, 1)).preprocessing();
        double[] sunk = GROWING.clone();
        Arrays.fill(sunk, 50, 60, -1);
        Applied applied = steps.apply(table(numbers("t", range(60)), numbers("v", sunk)));
        assertTrue(Arrays.stream(applied.inputs().inputs()).allMatch(Double::isFinite));
        assertTrue(applied.unscored().get(0).reason().toString()
                .matches("the mean of \"v\" in the window that begins at row \\d+ is not positive"));
        assertEquals(56, applied.inputs().count() + applied.unscored().size());
    }

    @Test
    void theWindowWhoseTargetIsStillToComeHasALevelToo() {
        Table table = table(numbers("t", range(60)), numbers("v", GROWING));
        Preprocessing steps = levelled(GROWING, plain(5, 1, 1)).preprocessing();
        Examples inputs = steps.apply(table).inputs();
        double mean = Arrays.stream(GROWING, 55, 60).average().orElseThrow();
        assertEquals(mean * 1.5, steps.target().decode(0.5, inputs.level(55)), 1e-9);
    }

    @Test
    void theNaiveForecastsLookBackByTheHorizonAndBySeasons() {
        NumberColumn series = numbers("v", SERIES);
        int[] targets = {40, 41};
        assertArrayEquals(new double[] {SERIES[37], SERIES[38]}, Forecasts.lastValue(series, targets, 3));
        assertArrayEquals(new double[] {SERIES[28], SERIES[29]}, Forecasts.seasonalNaive(series, targets, 3, 12));
        assertArrayEquals(new double[] {SERIES[16], SERIES[17]}, Forecasts.seasonalNaive(series, targets, 13, 12));
    }
}
