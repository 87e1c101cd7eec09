package downhill.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NestingAlarmTest {
    private static Verdict verdict(double[] first, double[] second) {
        return Verdict.of(List.of(new Scored("One", new double[][] {first}), new Scored("Other", new double[][] {second})), true, 0.25,
                0.01, 1);
    }

    @Test
    void aRuleThatLosesToACaseOfItIsTold() {
        double[] better = {0.9, 0.91, 0.9, 0.92, 0.9};
        double[] worse = {0.7, 0.71, 0.7, 0.71, 0.7};
        assertThat(NestingAlarm.of(verdict(better, worse), List.of("adam", "adamw"))).hasSize(1).first().asString()
                .startsWith("Other loses to One");
        assertThat(NestingAlarm.of(verdict(worse, better), List.of("momentum", "sgd"))).hasSize(1);
        assertThat(NestingAlarm.of(verdict(better, worse), List.of("adamw", "adam"))).as("the wider one wins").isEmpty();
        assertThat(NestingAlarm.of(verdict(better, worse), List.of("lion", "adam"))).isEmpty();
        assertThat(NestingAlarm.of(verdict(better, better), List.of("adam", "adamw"))).isEmpty();
    }
}
