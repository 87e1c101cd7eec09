package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OvertuningTest {
    private static final Guess GUESS = new Guess(1, 100);

    /** Pairs of an inner and an outer score, in the order in which they were tried. */
    private static Overtuning meter(Guess guess, double... pairs) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            trials.add(Trial.begun(i / 2, Map.of(), 0, 0).ended(TrialState.COMPLETE, pairs[i])
                    .scored(new TrialScores(List.of(), pairs[i + 1])));
        }
        trials.add(Trial.begun(99, Map.of(), 0, 0).ended(TrialState.PRUNED, Double.NaN));
        return Overtuning.of(trials, guess).orElseThrow();
    }

    @Test
    void theBestSoFarAreComparedByRowsThatChoseNothing() {
        Overtuning meter = meter(GUESS, 0.5, 0.6, 0.7, 0.1, 0.3, 0.2, 0.2, 0.3);
        assertThat(meter.incumbents()).extracting(Trial::number).as("each the best of those before it").containsExactly(0, 2, 3);
        assertThat(meter.inner()).isEqualTo(0.2);
        assertThat(meter.outer()).isEqualTo(0.3);
        assertThat(meter.relative()).as("a quarter of what was gained was lost again").isEqualTo(0.25, within(1e-12));
        assertThat(meter(GUESS, 0.5, 0.6).relative()).isNaN();
    }

    @Test
    void theVerdictKnowsWhatSoManyRowsTell() {
        assertThat(meter(GUESS, 0.5, 0.6, 0.2, 0.25).verdict()).isEqualTo(Overtuning.Verdict.HOLDS);
        assertThat(meter(GUESS, 0.5, 0.6, 0.2, 0.35).verdict()).isEqualTo(Overtuning.Verdict.TOO_GOOD);
        assertThat(meter(GUESS, 0.5, 0.2, 0.2, 0.35).verdict()).isEqualTo(Overtuning.Verdict.OVERTUNED);
        assertThat(meter(GUESS, 0.5, 0.2, 0.2, 0.95).verdict()).isEqualTo(Overtuning.Verdict.CHANCE);
        assertThat(meter(new Guess(1, 9), 0.5, 0.6, 0.2, 0.45).verdict()).as("nine rows tell less").isEqualTo(Overtuning.Verdict.HOLDS);
        assertThat(meter(new Guess(Double.NaN, 100), 0.5, 9, 0.2, 5).verdict()).as("without a guess")
                .isEqualTo(Overtuning.Verdict.TOO_GOOD);
        assertThat(meter(GUESS, 0.5, 0.2, 0.2, 0.35).sentence().toString()).contains("trial 1", "trial 0").startsWith("Overtuned");
        assertThat(Overtuning.of(List.of(Trial.begun(0, Map.of(), 0, 0).ended(TrialState.COMPLETE, 1)), GUESS)).isEmpty();
    }
}
