package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.ColumnType;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every effect: it is what a changed file gives, classes share what there is, models that answer as one share theirs. */
class EffectLawsTest {
    private static final ModelSpec LOGISTIC = new ModelSpec(new Architecture.Linear(), Loss.BINARY_CROSS_ENTROPY);
    private static final int[] NONE = new int[0];

    private final String csv = Made.houses(40);
    private final Table houses = Made.table(csv);

    private TrainedModel net(Scaling scaling, long seed) {
        return Made.model(Made.NET, Preparation.prepare(houses, Made.spec("price").withScaling(scaling)).preprocessing(), 1, seed);
    }

    /** The file with one cell the same in every row. */
    private Table with(int column, String cell) {
        String[] lines = csv.split("\n");
        return Made.table(lines[0] + "\n" + Arrays.stream(lines).skip(1).map(line -> {
            String[] cells = line.split(",");
            cells[column] = cell;
            return String.join(",", cells);
        }).collect(Collectors.joining("\n")));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[] curve(Effect effect, int output) {
        return Arrays.stream(effect.mean()).mapToDouble(point -> point[output]).toArray();
    }

    /** A grid over numbers, labels, dates and truth values alike. */
    private static double[] grid(Explained model, ExplainedRows rows, int column) {
        return EffectGrid.of(model.columns().get(column), rows.pick(new int[] {0, 7, 11}), 12);
    }

    private static Effect partial(Explained model, ExplainedRows rows, int column) {
        return new PartialDependence(model, rows).of(column, grid(model, rows, column), rows, Progress.NONE);
    }

    @Test
    void dependenceIsTheMeanAnswerToAFileWithThatCellInEveryRow() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 3))) {
            ExplainedRows rows = model.rows(houses);
            for (int column = 0; column < 4; column++) {
                Effect effect = partial(model, rows, column);
                assertThat(effect.x().length).isGreaterThan(1);
                assertThat(effect.reach()).isGreaterThan(1);
                for (int point = 0; point < effect.x().length; point++) {
                    Table changed = with(column, model.columns().get(column).text(effect.x()[point]));
                    double expected = mean(model.answers(model.rows(changed).values()));
                    assertThat(effect.mean()[point][0]).isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @Test
    void datesAreDaysAndLabelsAreTheirNumbers() {
        try (Explained model = Explained.of(net(Scaling.MIN_MAX, 3))) {
            ExplainedRows rows = model.rows(houses);
            ExplainedColumn built = model.columns().get(2);
            assertThat(built.type()).isEqualTo(ColumnType.DATE);
            double[] days = EffectGrid.of(built, rows.pick(new int[] {0}), 5);
            assertThat(days).hasSize(1);
            long day = java.time.LocalDate.parse(built.text(days[0])).toEpochDay();
            assertThat(days[0]).isCloseTo(day, within(1e-6));
            assertThat(built.text(days[0])).isEqualTo(csv.split("\n")[1].split(",")[2]);
            ExplainedColumn town = model.columns().get(1);
            assertThat(EffectGrid.of(town, rows.pick(new int[] {0}), 2)).as("all that training knew").containsExactly(0, 1, 2);
            assertThat(town.text(-1)).isNull();
            int[] perTown = partial(model, rows, 1).near();
            for (int label = 0; label < 3; label++) {
                String name = town.text(label);
                assertThat((long) perTown[label]).isEqualTo(csv.lines().filter(line -> line.contains("," + name + ",")).count());
            }
        }
    }

    /** However the numbers were scaled for training, the curve stands at the same values of the file. */
    @Test
    void gridsStandInTheUnitOfTheFile() {
        List<double[]> grids = new ArrayList<>();
        for (Scaling scaling : new Scaling[] {Scaling.NONE, Scaling.STANDARD, Scaling.MIN_MAX}) {
            try (Explained model = Explained.of(net(scaling, 1))) {
                grids.add(EffectGrid.of(model.columns().get(0), model.rows(houses), 9));
            }
        }
        assertThat(grids.get(0)).hasSize(9);
        assertThat(grids.get(1)).containsExactly(grids.get(0), within(1e-9));
        assertThat(grids.get(2)).containsExactly(grids.get(0), within(1e-9));
    }

    @Test
    void theCurveIsTheMeanOfTheLinesOfItsRows() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 5))) {
            ExplainedRows rows = model.rows(houses);
            for (int column = 0; column < 4; column++) {
                Effect effect = partial(model, rows, column);
                for (int point = 0; point < effect.x().length; point++) {
                    int at = point;
                    double expected = mean(Arrays.stream(effect.lines()).mapToDouble(line -> line[at][0]).toArray());
                    assertThat(effect.mean()[point][0]).isCloseTo(expected, within(1e-6));
                }
            }
        }
    }

    @Test
    void effectsOfSeveralThatAnswerAsOneAreTheirsByWeight() {
        TrainedModel one = net(Scaling.STANDARD, 1);
        TrainedModel other = net(Scaling.MIN_MAX, 2);
        TrainedEnsemble two = new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.75, one),
                new TrainedEnsemble.Member(0.25, other)));
        try (Explained both = Explained.of(two); Explained first = Explained.of(one); Explained second = Explained.of(other)) {
            for (int column = 0; column < 4; column++) {
                double[] a = curve(partial(first, first.rows(houses), column), 0);
                double[] b = curve(partial(second, second.rows(houses), column), 0);
                double[] expected = IntStream.range(0, a.length).mapToDouble(i -> 0.75 * a[i] + 0.25 * b[i]).toArray();
                assertThat(curve(partial(both, both.rows(houses), column), 0)).containsExactly(expected, within(1e-6));
            }
            double[] a = curve(local(first, 0), 0);
            double[] b = curve(local(second, 0), 0);
            double[] expected = IntStream.range(0, a.length).mapToDouble(i -> 0.75 * a[i] + 0.25 * b[i]).toArray();
            assertThat(curve(local(both, 0), 0)).containsExactly(expected, within(1e-6));
        }
    }

    private Effect local(Explained model, int column) {
        return new AccumulatedEffects(model, model.rows(houses)).of(column, 6, Progress.NONE);
    }

    @Test
    void classesShareOneAndWhatOneGainsOthersLose() {
        try (Explained model = Explained.of(Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1))) {
            ExplainedRows rows = model.rows(Samples.iris().training(), null);
            for (int column = 0; column < 4; column++) {
                double[] grid = EffectGrid.of(model.columns().get(column), rows, 7);
                Effect partial = new PartialDependence(model, rows).of(column, grid, rows.pick(NONE), Progress.NONE);
                assertThat(partial.mean()).allSatisfy(point -> assertThat(Arrays.stream(point).sum()).isCloseTo(1, within(1e-12)));
                Effect local = new AccumulatedEffects(model, rows).of(column, 7, Progress.NONE);
                assertThat(local.mean()).allSatisfy(point -> assertThat(Arrays.stream(point).sum()).isCloseTo(0, within(1e-12)));
                assertThat(local.reach()).isGreaterThan(1e-4);
            }
        }
    }

    /** A logistic regression adds up in log odds, not in probabilities: there alone its curves are lines, of both classes opposite. */
    @Test
    void inLogOddsALogisticRegressionIsALine() {
        TrainedModel logistic = Made.model(LOGISTIC, Made.prepared(houses, "garden").preprocessing(), 1, 1);
        try (Explained shares = Explained.of(logistic)) {
            ExplainedRows rows = shares.rows(houses);
            double[] grid = {0, 100, 200, 300};
            Explained told = shares.in(ClassScale.LOG_ODDS);
            double[][] odds = new PartialDependence(told, rows).of(0, grid, rows.pick(NONE), Progress.NONE).mean();
            double[][] chances = new PartialDependence(shares, rows).of(0, grid, rows.pick(NONE), Progress.NONE).mean();
            double step = odds[1][1] - odds[0][1];
            assertThat(Math.abs(step)).isGreaterThan(0.01);
            for (int point = 1; point < 4; point++) {
                assertThat(odds[point][1] - odds[point - 1][1]).isCloseTo(step, within(1e-9));
                assertThat(odds[point][0]).isCloseTo(-odds[point][1], within(1e-9));
            }
            assertThat(chances[3][1] - chances[2][1]).isNotCloseTo(chances[1][1] - chances[0][1], within(1e-6));
        }
        assertThat(List.of(ClassScale.PROBABILITY.key(), ClassScale.LOG_ODDS.key())).containsExactly("probability", "log-odds");
    }

    @Test
    void whichOfTwoColumnsComesFirstTurnsTheTableOver() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 3))) {
            ExplainedRows rows = model.rows(houses);
            PartialDependence partial = new PartialDependence(model, rows);
            double[] areas = EffectGrid.of(model.columns().get(0), rows, 5);
            double[] towns = {0, 1, 2};
            double[][][] one = partial.of(0, areas, 1, towns, Progress.NONE);
            double[][][] other = partial.of(1, towns, 0, areas, Progress.NONE);
            int[][] near = partial.near(0, areas, 1, towns);
            int[][] turned = partial.near(1, towns, 0, areas);
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(one[i][j][0]).isCloseTo(other[j][i][0], within(1e-9 * Math.abs(one[i][j][0])));
                    assertThat(near[i][j]).isEqualTo(turned[j][i]);
                }
            }
            assertThat(IntStream.range(0, 3).map(town -> Arrays.stream(near).mapToInt(row -> row[town]).sum()).toArray())
                    .isEqualTo(partial.of(1, towns, rows.pick(NONE), Progress.NONE).near());
        }
    }

    /** Over all pairs of a and b alike, a · b moves with a as the mean of b says, and both ways of telling it agree. */
    @Test
    void wherePairsAreAllThereBothWaysAgree() {
        Table all = Made.table("a,b,y\n" + IntStream.range(0, 63).mapToObj(i -> i % 9 + "," + i / 9 + ",1" + i)
                .collect(Collectors.joining("\n")));
        try (Explained model = Explained.of(Formula.of(all, "y", Map.of("a*b", 2.0)))) {
            ExplainedRows rows = model.rows(all);
            Effect local = new AccumulatedEffects(model, rows).of(0, 9, Progress.NONE).centred();
            double[] grid = EffectGrid.of(model.columns().get(0), rows, 20);
            assertThat(grid).containsExactly(IntStream.range(0, 9).asDoubleStream().toArray(), within(1e-12));
            Effect partial = new PartialDependence(model, rows).of(0, grid, rows.pick(NONE), Progress.NONE).centred();
            assertThat(curve(partial, 0)).containsExactly(Arrays.stream(grid).map(a -> 2 * 3 * a).toArray(), within(1e-9));
            assertThat(curve(local, 0)).containsExactly(Arrays.stream(local.x()).map(a -> 6 * a).toArray(), within(1e-9));
            assertThat(partial.near()).containsOnly(7);
        }
    }

    @Test
    void whatSaysTheSameOfAllIsFlat() {
        TrainedModel some = net(Scaling.STANDARD, 1);
        try (Explained model = Explained.of(some)) {
            Explained same = model.with(new double[some.parameters().length]);
            ExplainedRows rows = same.rows(houses);
            for (int column = 0; column < 4; column++) {
                Effect effect = partial(same, rows, column);
                assertThat(effect.reach()).isZero();
                assertThat(effect.trend(0)).isEqualTo(Effect.Trend.FLAT);
                assertThat(effect.agreeing(0)).isEqualTo(1);
            }
            assertThat(local(same, 0).reach()).isZero();
        }
    }

    /** A town that training never saw is none of those it saw, nor near to one. */
    @Test
    void anUnknownLabelIsNearToNoKnownOne() {
        try (Explained model = Explained.of(net(Scaling.STANDARD, 3))) {
            ExplainedRows rows = model.rows(Made.table(csv.replace(",Jena,", ",Mars,")));
            int strange = (int) csv.lines().filter(line -> line.contains(",Jena,")).count();
            assertThat(strange).isPositive();
            PartialDependence partial = new PartialDependence(model, rows);
            int[] near = partial.of(1, new double[] {0, 1, 2}, rows.pick(NONE), Progress.NONE).near();
            assertThat(near[model.columns().get(1).categories().indexOf("Jena")]).isZero();
            assertThat(Arrays.stream(near).sum()).isEqualTo(rows.count() - strange);
            int[][] both = partial.near(1, new double[] {0, 1, 2}, 0, new double[] {50, 100});
            assertThat(Arrays.stream(both).mapToInt(row -> Arrays.stream(row).sum()).toArray()).isEqualTo(near);
        }
    }

    @Test
    void twoColumnsOfASeriesAreRefusedAndWhatIsNotWantedEnds() {
        try (Explained model = Explained.of(Made.model(Made.LINEAR, Samples.prepared("air-passengers").preprocessing(), 1, 1))) {
            ExplainedRows rows = model.rows(Samples.prepared("air-passengers").training(), null);
            PartialDependence partial = new PartialDependence(model, rows);
            assertThatThrownBy(() -> partial.of(0, new double[2], 0, new double[2], Progress.NONE)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> partial.near(0, new double[2], 0, new double[2])).isInstanceOf(RefusedException.class);
        }
        try (Explained model = Explained.of(net(Scaling.STANDARD, 1))) {
            ExplainedRows rows = model.rows(houses);
            PartialDependence partial = new PartialDependence(model, rows);
            Progress unwanted = Progress.asking(() -> false);
            assertThatThrownBy(() -> partial.of(0, new double[] {1, 2}, rows, unwanted)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> partial.of(0, new double[] {1, 2}, 1, new double[] {0}, unwanted))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> new AccumulatedEffects(model, rows).of(0, 4, unwanted)).isInstanceOf(CancellationException.class);
            List<Double> told = new ArrayList<>();
            partial.of(0, new double[] {1, 2, 3, 4}, rows, told::add);
            assertThat(told).containsExactly(0.25, 0.5, 0.75, 1.0);
        }
    }
}
