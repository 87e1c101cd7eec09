package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.analysis.ensemble.EnsembleScorer;
import downhill.analysis.predict.Scores;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainedTest {
    private final Table table = Made.table(Made.houses(60));
    private final Prepared houses = Made.prepared(table, "price");

    private static void agrees(TrainedEnsemble model, Table rows) {
        try (Explained explained = Explained.of(model); EnsembleScorer scorer = new EnsembleScorer(model)) {
            Scores scores = scorer.score(rows, 0, true);
            ExplainedRows seen = explained.rows(rows);
            double[] answers = explained.answers(seen.values());
            double[] expected = scores.probabilities() == null ? scores.values() : scores.probabilities().values();
            assertThat(seen.sourceRows()).isEqualTo(scores.rows().inputs().sourceRows());
            assertThat(seen.targets()).isEqualTo(scores.actual());
            assertThat(answers).containsExactly(expected, within(1e-8)); // tanh is the quick one
        }
    }

    private static void agrees(TrainedModel model, Table rows) {
        agrees(TrainedEnsemble.of(model), rows);
    }

    private TrainedModel net(Scaling scaling, long seed) {
        Prepared prepared = Preparation.prepare(table, Made.spec("price").withScaling(scaling));
        return Made.model(Made.NET, prepared.preprocessing(), 1, seed);
    }

    @Test
    void answersAreThoseOfThePredictionInTheTargetsUnit() {
        agrees(net(Scaling.STANDARD, 1), table);
    }

    @Test
    void membersThatPrepareOtherwiseAnswerAsOne() {
        agrees(new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.75, net(Scaling.STANDARD, 1)),
                new TrainedEnsemble.Member(0.25, net(Scaling.MIN_MAX, 2)))), table);
    }

    @Test
    void seriesAndClassesAndDatesToo() {
        Table air = table("air-passengers");
        ModelSpec gru = new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE);
        agrees(Made.model(gru, Samples.prepared("air-passengers").preprocessing(), 1, 1), air);
        agrees(Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1), table("iris"));
        agrees(Made.model(Made.NET, Made.prepared(table, "built").preprocessing(), 1, 1), table);
    }

    private static Table table(String sample) {
        return DataSources.load(SampleData.of(sample).spec(), null, Progress.NONE).table();
    }

    /** A mean of the window that a target is told relative to is a fact of its column: with it, it changes. */
    @Test
    void aRowMadeOfAnotherRowsColumnsIsThatRow() {
        Table air = table("air-passengers");
        ModelSpec gru = new ModelSpec(new Architecture.Recurrent(Cell.GRU, 3), Loss.MSE);
        try (Explained explained = Explained.of(Made.model(gru, Samples.prepared("air-passengers").preprocessing(), 1, 1))) {
            ExplainedRows rows = explained.rows(air);
            double[] mixed = rows.row(0);
            explained.columns().forEach(column -> column.copy(rows.values(), 50 * rows.size(), mixed, 0));
            assertThat(mixed).isEqualTo(rows.row(50));
            assertThat(explained.columns()).isNotEmpty().allMatch(column -> column.times() == 24);
        }
    }

    @Test
    void everyNumberOfARowBelongsToOneColumn() {
        TrainedEnsemble two = new TrainedEnsemble("Two", List.of(new TrainedEnsemble.Member(0.5, net(Scaling.STANDARD, 1)),
                new TrainedEnsemble.Member(0.5, net(Scaling.MIN_MAX, 2))));
        try (Explained explained = Explained.of(two)) {
            assertThat(explained.columns()).extracting(ExplainedColumn::name).containsExactly("area", "town", "built", "garden");
            int[] all = explained.columns().stream().flatMapToInt(column -> Arrays.stream(column.numbers())).sorted().toArray();
            assertThat(all).isEqualTo(IntStream.range(0, explained.size()).toArray());
            assertThat(explained.columns().get(1).numbers()).hasSize(6);
            assertThat(explained.columns().get(1).categories()).containsExactlyInAnyOrder("Ulm", "Bonn", "Jena");
        }
    }

    @Test
    void valuesAreReadAndWrittenInTheUnitOfTheFile() {
        try (Explained explained = Explained.of(net(Scaling.MIN_MAX, 1))) {
            ExplainedRows rows = explained.rows(table);
            for (ExplainedColumn column : explained.columns()) {
                double[] other = rows.row(1);
                column.write(column.value(rows.values(), 0), other, 0);
                double[] copied = rows.row(1);
                column.copy(rows.values(), 0, copied, 0);
                assertThat(other).containsExactly(copied, within(1e-9));
                assertThat(rows.text(0, column)).isEqualTo(table.column(column.name()).text(0));
            }
            double area = explained.columns().get(0).value(rows.values(), 3 * rows.size());
            assertThat(area).isCloseTo(table.column("area").number(3), within(1e-9));
        }
    }

    @Test
    void logOddsAreThoseOfTheProbabilities() {
        TrainedModel net = Made.model(Samples.IRIS_MODEL, Samples.iris().preprocessing(), 3, 1);
        TrainedEnsemble two = new TrainedEnsemble("Two",
                List.of(new TrainedEnsemble.Member(0.5, net), new TrainedEnsemble.Member(0.5, net)));
        ModelSpec logistic = new ModelSpec(new Architecture.Mlp(List.of(3), Activation.TANH), Loss.BINARY_CROSS_ENTROPY);
        odds(TrainedEnsemble.of(net), table("iris"));
        odds(two, table("iris"));
        odds(TrainedEnsemble.of(Made.model(logistic, Samples.prepared("breast-cancer").preprocessing(), 1, 1)), table("breast-cancer"));
    }

    private static void odds(TrainedEnsemble model, Table table) {
        try (Explained explained = Explained.of(model)) {
            ExplainedRows rows = explained.rows(table);
            double[] shares = explained.answers(rows.values());
            double[] odds = explained.in(ClassScale.LOG_ODDS).answers(rows.values());
            assertThat(odds).containsExactly(Arrays.stream(shares).map(p -> Math.log(p / (1 - p))).toArray(), within(1e-6));
        }
    }

    @Test
    void aContenderIsAskedWithTheParametersItHadAtAStep() {
        TrainedModel early = net(Scaling.STANDARD, 1);
        TrainedModel late = net(Scaling.STANDARD, 2);
        Examples training = houses.training();
        try (Explained first = Explained.of(early.model(), houses.preprocessing(), 1, early.parameters(), Precision.DOUBLE);
                Explained last = Explained.of(late)) {
            ExplainedRows rows = first.rows(training, table);
            assertThat(first.with(late.parameters()).answers(rows.values())).isEqualTo(last.answers(rows.values()))
                    .isNotEqualTo(first.answers(rows.values()));
            assertThat(rows.text(2, first.columns().get(1))).isEqualTo(table.column("town").text(training.sourceRows()[2]));
            assertThat(first.rows(training, null).text(2, first.columns().get(1))).isEqualTo(rows.text(2, first.columns().get(1)));
        }
    }

    @Test
    void manyMayAskAtOnce() {
        try (Explained explained = Explained.of(net(Scaling.STANDARD, 1))) {
            ExplainedRows rows = explained.rows(table);
            double[] alone = explained.answers(rows.values());
            assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> explained.answers(rows.values())))
                    .allSatisfy(answers -> assertThat(answers).isEqualTo(alone));
        }
    }

    @Test
    void longWorkEndsWhenItIsNoLongerWanted() {
        try (Explained explained = Explained.of(net(Scaling.STANDARD, 1))) {
            double[] many = new double[explained.size() * 100_000];
            int[] asked = {0};
            Progress progress = Progress.asking(() -> asked[0]++ < 2);
            assertThatThrownBy(() -> explained.answers(many, progress)).isInstanceOf(CancellationException.class);
            assertThat(asked[0]).isEqualTo(3);
        }
    }
}
