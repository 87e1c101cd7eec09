package downhill.ui.screen.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarratorTest {
    private static final List<ContenderSpec> TWO = List.of(ContenderSpec.of("a", "Adam", "adam", Map.of(), 0),
            ContenderSpec.of("s", "SGD", "sgd", Map.of(), 1));

    private final Narrator narrator = new Narrator();

    @AfterEach
    void speakEnglishAgain() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    /** Two moments, each as step, Adam's loss and SGD's; who is chosen; what is said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "a step is told with the loss before and after, and the other's | 412 0.0842 0.321 | 413 0.0813 0.312 | a"
            + " | Step 413: Adam lowered the loss from 0.0842 to 0.0813; SGD is at 0.312.",
        "a rise is called a rise | 412 0.0813 0.321 | 413 0.0842 0.312 | a | Step 413: Adam raised the loss from 0.0813 to 0.0842; SGD is at 0.312.",
        "several steps are told together | 400 0.0842 0.321 | 500 0.0813 0.312 | a"
            + " | Steps 401 to 500: Adam lowered the loss from 0.0842 to 0.0813; SGD is at 0.312.",
        "going back says where one is | 413 0.0842 0.321 | 100 0.512 0.634 | a | Step 100: Adam stands at a loss of 0.512; SGD is at 0.634.",
        "without a choice it is about the best | 412 0.0842 0.02 | 413 0.0813 0.01 |"
            + " | Step 413: SGD lowered the loss from 0.0200 to 0.0100; Adam is at 0.0813.",
        "a small change has enough digits to be seen | 412 0.0840002 0.32 | 413 0.0840001 0.31 | a"
            + " | Step 413: Adam lowered the loss from 0.0840002 to 0.0840001; SGD is at 0.310."})
    void theLastStepIsToldInASentence(String what, String before, String after, String chosen, String sentence) {
        narrator.move(at(before));
        narrator.move(at(after));
        assertThat(narrator.sentence(TWO, chosen)).isEqualTo(sentence);
    }

    @Test
    void aDivergenceComesFirst() {
        narrator.move(at("412 0.0842 0.321"));
        narrator.move(new RaceSnapshot(2, RaceState.RUNNING, 413, 1, 1, null, List.of(standing("a", 0.0813, Outcome.RUNNING),
                standing("s", Double.POSITIVE_INFINITY, Outcome.DIVERGED))));
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("Step 413: SGD diverged; Adam is at 0.0813.");
    }

    @Test
    void theSameIsToldInChinese() {
        narrator.move(at("412 0.0842 0.321"));
        narrator.move(at("413 0.0813 0.312"));
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(narrator.sentence(TWO, "a")).isEqualTo("第 413 步：Adam 把损失从 0.0842 降到 0.0813；SGD 为 0.312。");
    }

    private static RaceSnapshot at(String moment) {
        String[] numbers = moment.split(" ");
        long step = Long.parseLong(numbers[0]);
        return new RaceSnapshot(step, RaceState.PAUSED, step, 1, 0, null,
                List.of(standing("a", Double.parseDouble(numbers[1]), Outcome.RUNNING),
                standing("s", Double.parseDouble(numbers[2]), Outcome.RUNNING)));
    }

    private static Standing standing(String id, double loss, Outcome outcome) {
        return new Standing(id, outcome, 413, loss, Double.NaN, null, Double.NaN, 0.01, 0, outcome == Outcome.RUNNING ? -1 : 413,
                Double.NaN, null);
    }
}
