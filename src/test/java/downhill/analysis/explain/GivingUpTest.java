package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.explain.anew.Anew;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.gradient.Sensitivity;
import downhill.analysis.explain.local.Anchor;
import downhill.analysis.explain.local.Counterfactuals;
import downhill.analysis.explain.local.Criticisms;
import downhill.analysis.explain.local.Goal;
import downhill.analysis.explain.local.Lime;
import downhill.analysis.explain.local.Prototypes;
import downhill.analysis.explain.past.LabelCourse;
import downhill.analysis.explain.tree.ErrorRule;
import downhill.analysis.explain.tree.Surrogate;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.TrainedModel;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever takes long in explaining asks whether it is still wanted, and where it is not ends there, wherever in its course that is. */
class GivingUpTest {
    /** Asked by what is within and by what is around it, before both have ended. */
    private static final int ON_THE_WAY_OUT = 3;
    private static final Table TABLE = Made.table(Made.houses(40));
    private static final Prepared PREPARED = Made.prepared(TABLE, "price");
    private static final TrainedModel TRAINED = Made.model(Made.NET, PREPARED.preprocessing(), 1, 3);
    private static final Explained MODEL = Explained.of(TRAINED);
    private static final Slopes SLOPES = new Slopes(MODEL);
    private static final ExplainedRows ROWS = MODEL.rows(TABLE);
    private static final ExplainedRows FEW = ROWS.pick(new int[] {0, 1, 2, 3, 4, 5});
    private static final RawFields FIELDS = RawFields.of(MODEL);
    private static final Cells CELLS = FIELDS.cells(ROWS);
    private static final double[] ROW = ROWS.row(0);

    /** Anything that takes long. */
    @FunctionalInterface
    interface Job {
        void run(Progress progress);
    }

    /** No longer wanted from one of the times on that it is asked. */
    private static final class Patience implements Progress {
        private final int most;
        private int asked;

        Patience(int most) {
            this.most = most;
        }

        @Override
        public void done(double fraction) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return ++asked > most;
        }
    }

    @AfterAll
    static void close() {
        SLOPES.close();
        MODEL.close();
    }

    private static double[] numbers() {
        double[] numbers = new double[ROWS.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ROWS.targets()[i] + 1000.0 * (i % 7);
        }
        return numbers;
    }

    /** Of two columns: of more there would be more to be tried. */
    private static Anew anew() {
        StringBuilder csv = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 30; i++) {
            csv.append(i * 7 % 13).append(".5,").append(i * 5 % 11).append(".5,").append(i % 4 * (i * 7 % 13)).append(".5\n");
        }
        Table table = Made.table(csv.toString());
        DataSpec data = DataSpec.of(new DataSource.Written("two", csv.toString(), null)).withTarget("y");
        ContenderSpec contender = ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.1), 0);
        Experiment experiment = new Experiment("two", new Problem.Learning(data, Made.LINEAR), TrainingSpec.of(2, 10), List.of(contender),
                1, Precision.FLOAT);
        return Anew.of(experiment, contender, table, Made.prepared(table, "y"), 2, 1, ScoreMetric.usual(TaskKind.REGRESSION));
    }

    private static Arguments job(String name, Job job) {
        return Arguments.of(name, job);
    }

    private static Stream<Arguments> jobs() {
        double[][] grids = {{50, 60, 70}, {0, 1, 2}};
        List<Arguments> jobs = new ArrayList<>();
        jobs.add(job("permutation", told -> new PermutationImportance(MODEL, ROWS, ScoreMetric.usual(TaskKind.REGRESSION), 1)
                .of(List.of(new int[] {0}, new int[] {1}), 5, 0, told)));
        jobs.add(job("shap", told -> new Shap(MODEL, FEW, 1).of(FEW, told)));
        jobs.add(job("interactions", told -> new Shap(MODEL, FEW, 1).interactions(FEW, told)));
        jobs.add(job("pdp", told -> new PartialDependence(MODEL, ROWS).of(0, grids[0], FEW, told)));
        jobs.add(job("pdp of two", told -> new PartialDependence(MODEL, ROWS).of(0, grids[0], 1, grids[1], told)));
        jobs.add(job("ale", told -> new AccumulatedEffects(MODEL, ROWS).of(0, 4, told)));
        jobs.add(job("lime", told -> Lime.of(FIELDS.answers(MODEL, ROW), 1, CELLS, CELLS.row(0), false, 200, 4, 0, told)));
        jobs.add(job("anchors", told -> Anchor.of(FIELDS.answers(MODEL, ROW), 1, said -> said[0] > MODEL.answers(ROW)[0] - 1,
                CELLS, CELLS.row(0), 0, 1, told)));
        jobs.add(job("counterfactual", told -> new Counterfactuals(FIELDS.answers(MODEL, ROW), CELLS, Set.of(), 0)
                .of(CELLS.row(0), Goal.atLeast(MODEL.answers(ROW)[0] + 1e9), 2, told)));
        jobs.add(job("gradients", told -> Sensitivity.of(SLOPES, 0, ROW, Sensitivity.mean(ROWS.values(), ROWS.size()),
                Sensitivity.ranges(ROWS.values(), ROWS.size()), 0, told)));
        jobs.add(job("surrogate", told -> Surrogate.of(CELLS, numbers(), List.of(), 4, 6, 0, told)));
        jobs.add(job("errors", told -> ErrorRule.of(CELLS, numbers(), 4, 0, told)));
        jobs.add(job("prototypes", told -> Prototypes.of(CELLS, 3, 0, told)));
        jobs.add(job("criticisms", told -> Criticisms.of(CELLS, new int[] {0, 5}, 3, 0, told)));
        jobs.add(job("suspects", told -> LabelCourse.of(MODEL, ROWS, List.of(TRAINED.parameters(), TRAINED.parameters()), told)));
        jobs.add(job("drop", told -> anew().dropped(List.of("a", "b"), RuleLibrary.builtIn(), 1, told)));
        jobs.add(job("features", told -> anew().tried(RuleLibrary.builtIn(), 1, told)));
        return jobs.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jobs")
    void whatIsNoLongerWantedEnds(String name, Job job) {
        Patience endless = new Patience(Integer.MAX_VALUE);
        job.run(endless);
        assertThat(endless.asked).as("how often it asks").isPositive();
        for (int most : new int[] {0, endless.asked / 2, endless.asked - 1}) {
            Patience patience = new Patience(most);
            assertThatThrownBy(() -> job.run(patience)).as("asked %d times", most).isInstanceOf(CancellationException.class);
            assertThat(patience.asked).as("it does not go on").isLessThanOrEqualTo(most + ON_THE_WAY_OUT);
        }
    }
}
