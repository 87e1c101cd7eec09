package downhill.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.chart.PickDrawing.Tone;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TrialPickTest {
    private static final int TRIALS = 400;
    private static final SearchSpace SPACE = new SearchSpace(List.of(new Knob("rate", NumberRange.real(0.01, 1, true))));

    /** Counts how often a trial is looked at. */
    private static final class Counted extends AbstractList<Trial> {
        private final List<Trial> all = IntStream.range(0, TRIALS).mapToObj(i -> Trial.begun(i, Map.of("rate", 0.01 + i * 0.002), 0, 0)
                .ended(TrialState.COMPLETE, Math.abs(i - 250) + 0.5)).toList();
        private int looks;

        @Override
        public Trial get(int index) {
            looks++;
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static TuneStand stand(List<Trial> trials) {
        return new TuneStand(TuneState.RUNNING, trials, SPACE, TRIALS, 10, null, 1, Double.POSITIVE_INFINITY, "loss", null);
    }

    /** Pictures ask for the tone of each trial: looking through all for each of them took most of a frame at 400. */
    @Test
    void tonesOfAllTrialsLookAtEachAFewTimes() {
        Counted trials = new Counted();
        TrialPick pick = new TrialPick(new SimpleObjectProperty<>(stand(trials)));
        List<TrialAxis> axes = pick.axes(new KnobWords(List.of()));
        for (int picture = 0; picture < 5; picture++) {
            trials.all.forEach(trial -> pick.tone(trial, axes));
        }
        assertThat(trials.looks).isLessThan(10 * TRIALS);
    }

    @Test
    void whatIsToldFollowsTheStandAndTheChoice() {
        Counted trials = new Counted();
        SimpleObjectProperty<TuneStand> stand = new SimpleObjectProperty<>(TuneStand.NONE);
        TrialPick pick = new TrialPick(stand);
        assertThat(pick.told()).isEmpty();
        stand.set(stand(trials));
        assertThat(pick.told().orElseThrow().number()).as("the best").isEqualTo(250);
        pick.chosenProperty().set(7);
        assertThat(pick.told().orElseThrow().number()).isEqualTo(7);
        assertThat(pick.tone(trials.get(7), List.of())).isEqualTo(Tone.STRONG);
        assertThat(pick.tone(trials.get(250), List.of())).isEqualTo(Tone.PLAIN);
        stand.set(stand(trials.all.subList(0, 5)));
        assertThat(pick.told().orElseThrow().number()).as("it is gone: the best of what there is").isEqualTo(4);
    }
}
