package downhill.ui.screen.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.ContenderSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private static final List<ContenderSpec> TWO = List.of(ContenderSpec.of("a", "Adam", "adam", Map.of(), 0),
            ContenderSpec.of("s", "SGD", "sgd", Map.of(), 1));

    private final Narrator narrator = new Narrator();

    @AfterEach
    void speakEnglishAgain() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @Test
    void aStepIsToldWithTheLossBeforeAndAfterAndTheOthersLoss() {
        narrator.move(at(412, 0.0842, 0.321));
        narrator.move(at(413, 0.0813, 0.312));
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("Step 413: Adam lowered the loss from 0.0842 to 0.0813; SGD is at 0.312.");
    }

    @Test
    void aRiseIsCalledARise() {
        narrator.move(at(412, 0.0813, 0.321));
        narrator.move(at(413, 0.0842, 0.312));
        assertThat(narrator.sentence(TWO, "a")).contains("Adam raised the loss from 0.0813 to 0.0842");
    }

    @Test
    void severalStepsAreToldTogether() {
        narrator.move(at(400, 0.0842, 0.321));
        narrator.move(at(500, 0.0813, 0.312));
        assertThat(narrator.sentence(TWO, "a")).startsWith("Steps 401 to 500: Adam lowered");
    }

    @Test
    void goingBackSaysWhereOneIs() {
        narrator.move(at(413, 0.0842, 0.321));
        narrator.move(at(100, 0.512, 0.634));
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("Step 100: Adam stands at a loss of 0.512; SGD is at 0.634.");
    }

    @Test
    void withoutAChoiceItIsAboutTheBest() {
        narrator.move(at(412, 0.0842, 0.02));
        narrator.move(at(413, 0.0813, 0.01));
        assertThat(narrator.sentence(TWO, null)).startsWith("Step 413: SGD lowered");
    }

    @Test
    void aDivergenceComesFirst() {
        narrator.move(at(412, 0.0842, 0.321));
        narrator.move(new RaceSnapshot(2, RaceState.RUNNING, 413, 1, 1, null, List.of(standing("a", 0.0813, Outcome.RUNNING),
                standing("s", Double.POSITIVE_INFINITY, Outcome.DIVERGED))));
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("Step 413: SGD diverged; Adam is at 0.0813.");
    }

    @Test
    void aSmallChangeHasEnoughDigitsToBeSeen() {
        narrator.move(at(412, 0.0840002, 0.32));
        narrator.move(at(413, 0.0840001, 0.31));
        assertThat(narrator.sentence(TWO, "a")).contains("from 0.0840002 to 0.0840001");
    }

    @Test
    void theSameIsToldInChinese() {
        narrator.move(at(412, 0.0842, 0.321));
        narrator.move(at(413, 0.0813, 0.312));
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("第 413 步：Adam 把损失从 0.0842 降到 0.0813；SGD 为 0.312。");
    }

    private static RaceSnapshot at(long step, double adam, double sgd) {
        return new RaceSnapshot(step, RaceState.PAUSED, step, 1, 0, null, List.of(standing("a", adam, Outcome.RUNNING), standing("s", sgd, Outcome.RUNNING)));
    }

    private static Standing standing(String id, double loss, Outcome outcome) {
        return new Standing(id, outcome, 413, loss, Double.NaN, null, Double.NaN, 0.01, 0, outcome == Outcome.RUNNING ? -1 : 413, Double.NaN, null);
    }
}
