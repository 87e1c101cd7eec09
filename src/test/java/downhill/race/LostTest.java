package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.words.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session says was lost is known again, to be said in every language. */
class LostTest {
    @ParameterizedTest
    @EnumSource(Lost.class)
    void whatIsWrittenIsReadBack(Lost lost) {
        List<String> names = List.of("z", "dense1.weight[of a (seed 3), 0]").subList(lost == Lost.ANSWER ? 0 : 1, 2);
        for (Said said : List.of(lost.said(null, 12L, lost == Lost.LOSS ? List.of() : names),
                lost.said(-42L, 12L, lost == Lost.LOSS ? List.of() : names))) {
            assertThat(Lost.read(said.toString())).isEqualTo(said);
        }
    }

    @ParameterizedTest
    @CsvSource({"loss, diverged.old", "loss at step 3, diverged.loss", "loss (seed 7) at step 3, diverged.loss.seed",
        "gradient of x at step 0, diverged.gradient", "parameter x (seed 1) at step 30, diverged.parameter.seed",
        "state z of y at step 4, diverged.answer"})
    void earlierSessionsAreUnderstood(String english, String key) {
        assertThat(Lost.read(english).key()).isEqualTo(key);
        assertThat(Lost.read(english)).hasToString(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"something else", "gradient at step x", ""})
    void whatIsNotKnownStaysAsItIs(String text) {
        assertThat(Lost.read(text)).hasToString(text);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Lost.read(null)).isNull();
    }
}
