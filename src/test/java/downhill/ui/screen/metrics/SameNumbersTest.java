package downhill.ui.screen.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.Spread;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fit.Judged;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.results.ResultRow;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** The table of results and the metrics tell the same of the same step, wherever the race rests. */
class SameNumbersTest extends FxTest {
    /** None of them is one at which the race validates by itself. */
    private static final List<Integer> STEPS = List.of(37, 23, 31);

    private static Experiment diabetes() {
        return Demo.experiment("Diabetes").withProblem(new Problem.Learning(SampleData.of("diabetes").spec(),
                new ModelSpec(new Architecture.Linear(), Loss.defaultFor(TaskKind.REGRESSION))));
    }

    @Test
    void ofClassesTheyTellTheSameAccuracyAndLogLoss() {
        sameAtEachStep(Demo.experiment("Iris"), SameNumbersTest::accuracy,
                one -> one.classification(ClassificationMetrics::logLoss).mean());
    }

    @Test
    void ofNumbersTheyTellTheSameShareExplained() {
        sameAtEachStep(diabetes(), one -> one.regression(RegressionMetrics::r2).mean(), one -> Double.NaN);
    }

    @Test
    void ofSeveralSeedsBothTellTheMeanOfAllAndHowFarApartTheyAre() {
        Experiment document = seeded(diabetes());
        sameAtEachStep(document, one -> one.regression(RegressionMetrics::r2).mean(), one -> Double.NaN);
        sameAtEachStep(seeded(Demo.experiment("Iris")), SameNumbersTest::accuracy,
                one -> one.classification(ClassificationMetrics::logLoss).mean());
        try (LiveWindow live = LiveWindow.open(document, 1440, 900)) {
            MetricsController metrics = live.window().parts().metrics();
            runFx(() -> live.window().shownProperty().set(metrics));
            runFx(() -> live.session().race().step(37));
            await("both tell the figures", () -> rows(live).stream().allMatch(row -> row.standing() != null && row.standing().step() == 37
                    && row.standing().metricSpread() != null) && metrics.shown() != null
                    && agree(rows(live), metrics.shown().judged(), one -> one.regression(RegressionMetrics::r2).mean()));
            runFx(() -> {
                for (int i = 0; i < rows(live).size(); i++) {
                    Spread judged = metrics.shown().judged().get(i).regression(RegressionMetrics::r2);
                    Spread standing = rows(live).get(i).standing().metricSpread();
                    assertThat(judged.deviation()).isPositive().isCloseTo(standing.deviation(), within(1e-6));
                    assertThat(rows(live).get(i).spread()).contains("over 3 seeds", "training loss from", "validation loss", "R²", "±");
                    assertThat(metrics.shown().measures().get(3).text(metrics.shown().judged().get(i)))
                            .isEqualTo(rows(live).get(i).metricSpreadText()).contains(" ± ");
                }
                assertThat(((Label) live.window().scene().lookup("#metrics-rows")).getText()).contains("over 3 seeds");
            });
        }
    }

    private static Experiment seeded(Experiment document) {
        return document.withContenders(document.contenders().subList(0, 2).stream().map(one -> one.withSeeds(3)).toList());
    }

    private static double accuracy(Judged one) {
        return one.classification(ClassificationMetrics::accuracy).mean();
    }

    private static void sameAtEachStep(Experiment document, ToDoubleFunction<Judged> metric, ToDoubleFunction<Judged> loss) {
        try (LiveWindow live = LiveWindow.open(document, 1440, 900)) {
            MetricsController metrics = live.window().parts().metrics();
            runFx(() -> live.window().shownProperty().set(metrics));
            runFx(() -> live.session().race().step(STEPS.get(0)));
            await("the race has stepped", () -> live.session().snapshotProperty().get().step() == STEPS.get(0));
            for (int step : STEPS) {
                runFx(() -> live.session().race().seek(step));
                await("both tell the figures of step " + step,
                        () -> rows(live).stream().allMatch(row -> row.standing() != null && row.standing().step() == step)
                        && metrics.shown() != null && agree(rows(live), metrics.shown().judged(), metric));
                runFx(() -> {
                    for (int i = 0; i < rows(live).size(); i++) {
                        double other = loss.applyAsDouble(metrics.shown().judged().get(i));
                        assertThat(rows(live).get(i).validation()).isCloseTo(Double.isNaN(other) ? rows(live).get(i).validation() : other,
                                within(1e-5));
                    }
                });
            }
            assertThat(onFx(() -> live.session().race().racing().curve("c1", downhill.race.Racing.Quantity.VALIDATION_LOSS, 4000)).x())
                    .as("the race validated at other steps").doesNotContain(37, 23, 31);
        }
    }

    private static List<ResultRow> rows(LiveWindow live) {
        return live.window().parts().results().rows();
    }

    private static boolean agree(List<ResultRow> rows, List<Judged> judged, ToDoubleFunction<Judged> metric) {
        for (int i = 0; i < rows.size(); i++) {
            if (!(Math.abs(rows.get(i).metric() - metric.applyAsDouble(judged.get(i))) < 1e-6)) {
                return false;
            }
        }
        return rows.size() == judged.size();
    }
}
