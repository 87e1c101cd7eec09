package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Choices that did not hold are told, and those that did are not. */
class DoubtsTest {
    private static final Experiment TWO = Studies.iris(10).withContenders(List.of(ContenderSpec.of("a", "A", "adam", Map.of(), 0),
            ContenderSpec.of("b", "B", "sgd", Map.of(), 0)));

    /** B leads on the rows held out: 0.9 against 0.8. */
    private static List<String> told(double[] ownOfA, double innerOfA, double innerOfB) {
        double[] a = {0.8, 0.8, 0.8, 0.8};
        double[] b = {0.9, 0.9, 0.9, 0.9};
        Verdict verdict = Verdict.of(List.of(new Scored("A", new double[][] {a}), new Scored("B", new double[][] {b})), true, 0.25, 0.01,
                1);
        List<NestedTuning.Gain> gains = IntStream.range(0, 4).mapToObj(i -> new NestedTuning.Gain("A", a[i], ownOfA[i])).toList();
        List<NestedTuning.Losses> losses = List.of(new NestedTuning.Losses("A", 9, new double[] {Double.NaN, innerOfA}),
                new NestedTuning.Losses("B", innerOfB, new double[] {8, 7}));
        Tuned tuned = new Tuned(2, List.of("learningRate"), List.of(), losses, gains);
        return new Doubts(TWO, verdict, tuned).told().stream().map(Said::toString).toList();
    }

    @Test
    void tuningThatMakesMostFoldsWorseIsTold() {
        assertThat(told(new double[] {0.81, 0.82, 0.9, 0.1}, 2, 1)).hasSize(1).first().asString().contains("A is worse").contains("3 of 4");
        assertThat(told(new double[] {0.81, 0.82, 0.8, 0.1}, 2, 1)).as("half of the folds are no majority").isEmpty();
        assertThat(told(new double[] {Double.NaN, 0.8, 0.8, 0.1}, 2, 1)).as("its own diverged").isEmpty();
    }

    @Test
    void anotherWinnerByTheLossesThatChoseIsTold() {
        double[] same = {0.8, 0.8, 0.8, 0.8};
        assertThat(told(same, 1, 2)).hasSize(1).first().asString().contains("A would lead").contains("B does");
        assertThat(told(same, 2, 1)).isEmpty();
        assertThat(told(same, Double.NaN, 1)).as("what diverged chose nothing").isEmpty();
    }
}
