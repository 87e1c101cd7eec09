package downhill.analysis.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.Heat;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateFinderTest {
    private static final RuleLibrary RULES = RuleLibrary.complete();

    private static Experiment experiment(String sample, Prepared rows, String rule) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(16), Activation.RELU),
                rows.classNames().size() > 2 ? Loss.CROSS_ENTROPY : Loss.BINARY_CROSS_ENTROPY);
        return new Experiment("", new Problem.Learning(SampleData.of(sample).spec(), model), TrainingSpec.of(200, 64),
                List.of(ContenderSpec.of("a", "a", rule, Map.of(), 0)), 42, Precision.FLOAT);
    }

    private static Experiment surface(String formula, double x, double y, String rule) {
        return new Experiment("", new Problem.Surface(formula, x, y), TrainingSpec.of(100, 0),
                List.of(ContenderSpec.of("a", "a", rule, Map.of(), 0)), 1, Precision.DOUBLE);
    }

    /** What is suggested learns more in 200 steps than a tenth of it. */
    @ParameterizedTest
    @ValueSource(strings = {"iris", "wine", "breast-cancer", "digits"})
    void theSuggestionLearnsWell(String sample) {
        Prepared rows = Samples.prepared(sample);
        for (String rule : List.of("sgd", "momentum", "adam", "rmsprop", "adagrad", "adadelta")) {
            Experiment experiment = experiment(sample, rows, rule);
            RateCurve curve = new RateFinder(experiment, rows, "a", RULES).run(Progress.NONE);
            assertThat(curve.suggested()).as(rule).isLessThanOrEqualTo(curve.rates()[curve.least()]).isGreaterThan(curve.rates()[0]);
            List<ContenderSpec> two = DoubleStream.of(0.1, 1).mapToObj(factor -> ContenderSpec.of("" + factor, "", rule,
                    Map.of("learningRate", factor * curve.suggested()), 0)).toList();
            try (Heat heat = new Heat(experiment.withContenders(two), rows, RULES, 1)) {
                heat.advance(200, () -> true);
                double there = heat.standings().get("1.0").score().loss();
                assertThat(there).as(rule).isLessThan(heat.standings().get("0.1").score().loss());
            }
        }
    }

    /** Its first step is the race's first step at the first rate; the rates are those that were used. */
    @Test
    void theRunIsTheContendersOwnWithARateThatRises() {
        // θ ← θ − η·θ of ½θ², so that each loss is that before times (1 − η)².
        RateCurve curve = new RateFinder(surface("0.5·x² + 0.5·y²", 1, 1), null, "a", RULES).run(2e-3, 2e3, 61, Progress.NONE);
        double expected = 1;
        for (int i = 0; i < curve.losses().length; i++) {
            assertThat(curve.losses()[i]).isEqualTo(expected, within(1e-6 * expected));
            assertThat(curve.rates()[i]).isEqualTo(2 * Math.pow(10, -3 + i * 0.1), within(1e-9 * curve.rates()[i]));
            expected *= (1 - curve.rates()[i]) * (1 - curve.rates()[i]);
        }
        assertThat(curve.left()).isTrue();
        assertThat(curve.losses().length).as("rates beyond are not tried").isLessThan(50);
        assertThat(curve.suggested()).isLessThan(1);
        assertThat(curve.sentence().toString()).contains("falls fastest");
        assertThat(curve.end().toString()).contains("left its range");
    }

    /** What is no number is kept as it is, and nothing is made of it. */
    @Test
    void whatDivergesIsTold() {
        RateCurve curve = new RateFinder(surface("0*y - exp(x)", 1, 0), null, "a", RULES).run(1e-3, 1e3, 100, Progress.NONE);
        assertThat(curve.left()).isTrue();
        assertThat(DoubleStream.of(curve.smoothed()).boxed()).allMatch(Double::isFinite);
        assertThat(DoubleStream.of(curve.losses()).filter(loss -> !Double.isFinite(loss))).hasSize(1);
    }

    @Test
    void whereNothingFallsNothingIsSuggested() {
        RateCurve flat = new RateFinder(surface("5 + 0*x + 0*y", 1, 1), null, "a", RULES).run(1e-3, 1e3, 100, Progress.NONE);
        assertThat(flat.reason()).isEqualTo(RateCurve.Reason.NO_FALL);
        assertThat(flat.suggested()).isNaN();
        assertThat(flat.left()).isFalse();
        assertThat(flat.sentence().toString()).contains("No learning rate");
        assertThat(flat.end().toString()).contains("still in its range");
    }

    @Test
    void aRuleWithoutARateIsRefusedAndWhatIsNoLongerWantedEnds() {
        Experiment usual = surface("x² + y²", 1, 1);
        ContenderSpec none = usual.contenders().get(0).withRule("own", "id: own\nname: Mine\nupdate:\nθ ← θ − 0.1·g", Map.of());
        assertThatThrownBy(() -> new RateFinder(usual.withContenders(List.of(none)), null, "a", RULES))
                .hasMessageContaining("no learning rate");
        RateFinder finder = new RateFinder(surface("x² + y²", 1, 1), null, "a", RULES);
        assertThatThrownBy(() -> finder.run(-1, 1, 100, Progress.NONE)).hasMessageContaining("must be");
        Progress no = new Progress() {
            @Override
            public void done(double fraction) {
                throw new AssertionError("nothing is done");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> finder.run(no)).isInstanceOf(CancellationException.class);
    }

    private static Experiment surface(String formula, double x, double y) {
        return surface(formula, x, y, "gradient-descent");
    }
}
