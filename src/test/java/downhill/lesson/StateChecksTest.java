package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each condition holds where it should and does not where it should not, of one race on x² + 10·y². */
class StateChecksTest {
    private static final String OWN = """
            id: own
            name: Own
            hyperparameters:
              η learningRate 0.05 in [1e-6, 1] log
              μ momentum 0.9 in [0, 0.999] linear
            states:
              v ← 0
            update:
              v ← g + v·μ
              θ ← θ − v·η
            """;

    private static ContenderSpec contender(String id, String rule, String text, Map<String, Double> values) {
        ContenderSpec plain = ContenderSpec.of(id, id, rule, values, 0);
        return text == null ? plain : plain.withRule(rule, text, values);
    }

    private static Experiment experiment() {
        return new Experiment("", new Problem.Surface("x² + 10·y²", -3, 2), TrainingSpec.of(60, 0), List.of(
                contender("slow", "gradient-descent", null, Map.of("learningRate", 0.001)),
                contender("good", "gradient-descent", null, Map.of("learningRate", 0.08)),
                contender("twin", "sgd", null, Map.of("learningRate", 0.08)),
                contender("wild", "gradient-descent", null, Map.of("learningRate", 1.0)),
                contender("own", "own", OWN, Map.of("learningRate", 0.05, "momentum", 0.8))), 1, Precision.DOUBLE);
    }

    @Test
    void eachHoldsWhereItShouldAndNowhereElse() {
        try (LessonRace walk = new LessonRace(experiment(), Progress.NONE)) {
            Situation there = walk.to(40);
            assertThat(there.standing("good").orElseThrow().step()).isEqualTo(40);
            StateChecks conditions = new StateChecks(there);
            check(conditions, true, new StateCheck.LossBelow("good", 1e-3), new StateCheck.LossAbove("slow", 1),
                    new StateCheck.Steady("good", 40), new StateCheck.Ahead("good", "slow", 100), new StateCheck.Near("good", List.of(0.0, 0.0),
                            0.1), new StateCheck.Far("slow", List.of(0.0, 0.0), 0.5), new StateCheck.Same("good", "twin", 1e-12),
                    new StateCheck.Apart("good", "slow", 0.5), new StateCheck.SettingWithin("good", "learningRate", 0.05, 0.1),
                    new StateCheck.RuleMatches("own", "momentum"), new StateCheck.RuleMatches("twin", "gradient-descent"),
                    new StateCheck.GaugeWithin("good", 0.799, 0.801),
                    new StateCheck.MovedWithin("good", 0.9, 1), new StateCheck.BarrierWithin("good", "slow", 0, 0),
                    new StateCheck.LossBelow(StateCheck.ANYBODY, 1e-3), new StateCheck.RuleMatches(StateCheck.ANYBODY, "momentum"));
            check(conditions, false, new StateCheck.LossBelow("slow", 1e-3), new StateCheck.LossAbove("good", 1),
                    new StateCheck.Steady("good", 41), new StateCheck.Ahead("slow", "good", 1), new StateCheck.Near("slow",
                            List.of(0.0, 0.0), 0.1), new StateCheck.Far("good", List.of(0.0, 0.0), 0.5),
                    new StateCheck.Same("good", "slow", 1e-3), new StateCheck.Apart("good", "twin", 0),
                    new StateCheck.SettingWithin("slow", "learningRate", 0.05, 0.1), new StateCheck.RuleMatches("own", "nesterov"),
                    new StateCheck.RuleMatches("good", "momentum"), new StateCheck.Diverged("good"), new StateCheck.LossBelow("nobody", 1e9),
                    new StateCheck.ValidationBelow("good", 1e9), new StateCheck.MetricAbove("good", -1e9),
                    new StateCheck.GaugeWithin("slow", 0.8, 1), new StateCheck.MovedWithin("slow", 0.9, 1),
                    new StateCheck.BarrierWithin("good", "nobody", 0, 1e9), new StateCheck.KernelWithin("good", 0, 1e9), new StateCheck.RuleMatches(StateCheck.ANYBODY, "adam"),
                    new StateCheck.Near("good", List.of(0.0), 9));
        }
    }

    private static void check(StateChecks conditions, boolean wanted, StateCheck... all) {
        assertThat(all).allSatisfy(one -> assertThat(conditions.hold(one)).as(one.toString()).isEqualTo(wanted));
    }

    @Test
    void whatDivergedIsToldApartFromWhatIsSteady() {
        Experiment wild = new Setup("", List.of("wild"), Map.of("wild", Map.of("learningRate", 1.0)), null, 400L, null,
                List.of(-1e100, 2e100)).of(experiment());
        try (LessonRace walk = new LessonRace(wild, Progress.NONE)) {
            Situation there = walk.to(400);
            StateChecks conditions = new StateChecks(there);
            check(conditions, true, new StateCheck.Diverged("wild"));
            check(conditions, false, new StateCheck.Steady("wild", 0), new StateCheck.Near("wild", List.of(0.0, 0.0), 1e300),
                    new StateCheck.Far("wild", List.of(0.0, 0.0), 1));
            assertThat(new ReadOff(ReadOff.What.STEPS, "wild", null).of(there)).isBetween(1.0, 399.0);
        }
    }
}
