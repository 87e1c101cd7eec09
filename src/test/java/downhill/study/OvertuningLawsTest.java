package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the choice has added, whatever the trials were. */
class OvertuningLawsTest {
    private static Trial trial(int number, double inner, double outer) {
        return Trial.begun(number, Map.of(), 0, 0).ended(TrialState.COMPLETE, inner).scored(new TrialScores(List.of(), outer));
    }

    private static List<Trial> trials(Random random, double unit) {
        List<Trial> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double inner = random.nextInt(40) / 40.0;
            double outer = inner + random.nextInt(20) / 40.0;
            all.add(trial(i, unit * inner, unit * outer));
        }
        return all;
    }

    /** Losses in another unit, with what guessing comes to in it, are told the same of. */
    @Test
    void theUnitOfALossDoesNotMatter() {
        for (int seed = 0; seed < 60; seed++) {
            Overtuning one = Overtuning.of(trials(new Random(seed), 1), new Guess(0.75, 60)).orElseThrow();
            Overtuning other = Overtuning.of(trials(new Random(seed), 1024), new Guess(768, 60)).orElseThrow();
            assertThat(other.verdict()).isEqualTo(one.verdict());
            assertThat(other.best().number()).isEqualTo(one.best().number());
            assertThat(other.relative()).isEqualTo(one.relative());
            assertThat(one.incumbents()).as("each better than the one before it")
                    .isSortedAccordingTo((a, b) -> a.loss() < b.loss() ? 1 : -1);
            assertThat(Double.isNaN(one.relative()) || one.relative() >= 0).isTrue();
        }
    }

    /** More rows tell more: what holds by many is not overturned by few. */
    @Test
    void fewRowsAccuseNobodyWhomManyDoNot() {
        for (int seed = 0; seed < 60; seed++) {
            List<Trial> all = trials(new Random(seed), 1);
            Overtuning.Verdict many = Overtuning.of(all, new Guess(2, 10_000)).orElseThrow().verdict();
            Overtuning.Verdict few = Overtuning.of(all, new Guess(2, 16)).orElseThrow().verdict();
            assertThat(few == many || few == Overtuning.Verdict.HOLDS || few == Overtuning.Verdict.TOO_GOOD
                    && many == Overtuning.Verdict.OVERTUNED).as("%s by many, %s by few", many, few).isTrue();
        }
    }

    @Test
    void onlyTrialsThatAreWholeCount() {
        List<Trial> all = List.of(trial(0, 0.5, 0.6), trial(1, 0.4, Double.NaN), trial(2, 0.3, Double.POSITIVE_INFINITY),
                Trial.begun(3, Map.of(), 0, 0).ended(TrialState.FAILED, Double.NaN), trial(4, 0.5, 0.1), trial(5, 0.45, 0.7));
        Overtuning found = Overtuning.of(all, new Guess(2, 400)).orElseThrow();
        assertThat(found.incumbents()).extracting(Trial::number).as("an equal one is not better").containsExactly(0, 5);
        assertThat(found.relative()).as("the first is the best on the outer rows").isNaN();
        assertThat(Overtuning.of(List.of(), new Guess(2, 400))).isEmpty();
    }

    /** From 0.9 it came to 0.5 and went on to 0.6 and to 1.0: a quarter, then more than all of it. */
    @Test
    void whatWasLostAgainIsAPartOfWhatWasGained() {
        Guess guess = new Guess(9, 400);
        assertThat(Overtuning.of(List.of(trial(0, 4, 0.9), trial(1, 3, 0.5), trial(2, 2, 0.6)), guess).orElseThrow().relative())
                .isCloseTo(0.25, within(1e-12));
        assertThat(Overtuning.of(List.of(trial(0, 4, 0.9), trial(1, 3, 0.5), trial(2, 2, 1.0)), guess).orElseThrow().relative())
                .isCloseTo(1.25, within(1e-12));
    }

    /** Constant targets: guessing is right, and no better than that is whoever has any loss. */
    @Test
    void whereGuessingIsRightNothingIsBetter() {
        assertThat(Overtuning.of(List.of(trial(0, 0.1, 0.1)), new Guess(0, 50)).orElseThrow().verdict())
                .isEqualTo(Overtuning.Verdict.CHANCE);
    }
}
