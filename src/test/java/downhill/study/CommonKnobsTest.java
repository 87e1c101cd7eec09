package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Hyperparameter;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.space.Choices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all contenders have can be tried of all of them, their own values in its midst. */
class CommonKnobsTest {
    private static CommonKnobs knobs(ContenderSpec... contenders) {
        Experiment all = Studies.iris(10).withContenders(List.of(contenders));
        return new CommonKnobs(all, RuleLibrary.complete());
    }

    private static ContenderSpec one(String rule, double rate) {
        return ContenderSpec.of(rule, rule, rule, Map.of("learningRate", rate), 0);
    }

    @Test
    void onlyWhatAllHaveIsOffered() {
        assertThat(knobs(one("adam", 0.01), one("sgd", 0.1)).all()).extracting(Hyperparameter::key).containsExactly("learningRate");
        assertThat(knobs(one("adam", 0.01)).all()).extracting(Hyperparameter::key).startsWith("learningRate").contains("beta1", "beta2");
        assertThat(knobs().all()).isEmpty();
    }

    @Test
    void valuesRiseAndLieAroundTheOwnOnes() {
        List<Object> values = ((Choices) knobs(one("adam", 0.001), one("sgd", 0.1)).knob("learningRate").extent()).values();
        assertThat(values).hasSize(9);
        double[] rates = values.stream().mapToDouble(each -> (double) each).toArray();
        assertThat(rates).isSorted();
        assertThat(rates[0]).isPositive().isLessThan(0.001);
        assertThat(rates[8]).isGreaterThan(0.1);
        double[] momenta = ((Choices) knobs(one("adam", 0.001)).knob("beta1").extent()).values().stream().mapToDouble(each -> (double) each)
                .toArray();
        assertThat(momenta).isSorted().hasSizeGreaterThan(3);
        assertThat(momenta[momenta.length - 1]).isLessThan(1);
    }
}
