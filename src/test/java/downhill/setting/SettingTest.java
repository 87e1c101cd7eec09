package downhill.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.words.RefusedException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private enum Start { ZEROS, HE_NORMAL }

    private static final Setting<Long> ROWS = Setting.of("toy.rows", Kind.whole(0, 1_000_000_000), 32L).option("--rows").unit("rows");
    private static final Setting<Double> SHARE = Setting.of("toy.split.share", Kind.real(new Interval(0, false, 1, true)), 0.2);
    private static final Setting<Start> START = Setting.of("toy.start", Kind.choice(Start.class), Start.ZEROS);
    private static final Setting<Boolean> FLIP = Setting.of("toy.flip", Kind.yesNo(), false);
    private static final Setting<List<Integer>> LAYERS = Setting.of("toy.layers", Kind.wholes(Interval.closed(1, 4096), 1, 3),
            List.of(16, 16));

    private static Setting<?> named(String key) {
        return List.of(ROWS, SHARE, START, FLIP, LAYERS).stream().filter(each -> each.key().equals("toy." + key)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"rows,32,32", "rows, 0 ,0", "split.share,0.999,0.999", "split.share,1e-3,0.001", "start,He_Normal,he-normal",
            "start,zeros,zeros",
        "flip,on,yes", "flip,no,no", "layers,'8, 4',8|4", "layers,8,8",
        "layers,8 4,8|4", "layers,8-4,8|4", "layers,8 – 4 – 2,8|4|2", "layers,8；4、2,8|4|2", "layers,' 8 , 4 ',8|4"})
    void aTextIsReadAndWrittenBack(String key, String text, String written) {
        assertThat(written(named(key), text)).isEqualTo(written.replace('|', ','));
    }

    private static <T> String written(Setting<T> setting, String text) {
        return setting.kind().text(setting.read("--it", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "rows; -1; a whole number in [0, 1e9]", "rows; 1.5; a whole number in [0, 1e9]", "rows; many; a whole number in [0, 1e9]",
        "rows; 1000000001; a whole number in [0, 1e9]", "rows; 99999999999999999999; a whole number in [0, 1e9]",
        "split.share; 1; a number in [0, 1)", "split.share; NaN; a number in [0, 1)", "split.share; -0.1; a number in [0, 1)",
                "split.share; ''; a number in [0, 1)",
        "start; best; one of zeros, he-normal", "flip; maybe; yes or no", "layers; 8,,4; a list of 1 to 3 whole numbers, each in [1, 4096]",
        "layers; 1,2,3,4; a list of 1 to 3 whole numbers, each in [1, 4096]",
                "layers; 8 -4; a list of 1 to 3 whole numbers, each in [1, 4096]",
                "layers; 8-; a list of 1 to 3 whole numbers, each in [1, 4096]",
        "layers; 0; a list of 1 to 3 whole numbers, each in [1, 4096]"})
    void whatIsNotLegalIsRefusedInOneSentence(String key, String text, String range) {
        assertThatThrownBy(() -> named(key).read("--it", text)).isInstanceOf(RefusedException.class)
                .hasMessage("--it must be " + range + "; it is \"" + text + "\".");
    }

    @Test
    void aNumberOfADocumentIsCheckedAlike() {
        assertThat(ROWS.problem("experiment.rows", 5L)).isNull();
        assertThat(ROWS.problem("experiment.rows", -5L)).hasToString("experiment.rows must be a whole number in [0, 1e9]; it is -5.");
        assertThat(SHARE.problem("share", Double.POSITIVE_INFINITY)).hasToString("share must be a number in [0, 1); it is Infinity.");
    }

    @Test
    void aListMayBeEmptyWhereItSaysSo() {
        Setting<List<Integer>> maybe = Setting.of("toy.maybe", Kind.wholes(Interval.closed(1, 9), 0, 2), List.of());
        assertThat(maybe.read("--it", " ")).isEmpty();
        assertThat(maybe.usualText()).isEmpty();
        assertThatThrownBy(() -> LAYERS.read("--it", "")).isInstanceOf(RefusedException.class).hasMessageContaining("a list of 1 to 3");
    }

    @Test
    void aValueThatIsLongIsSaidInPart() {
        assertThat(LAYERS.problem("layers", Collections.nCopies(1000, 7)).toString()).hasSizeLessThan(200).endsWith("7,7,….");
    }

    @Test
    void whatAnIntCanBeIsWrittenInDigits() {
        assertThat(Interval.closed(1, Integer.MAX_VALUE)).hasToString("[1, 2147483647]");
    }

    @Test
    void aRangeWithoutEndsIsNotSaid() {
        assertThat(Kind.whole(Interval.ANY).range()).hasToString("a whole number");
        assertThat(Kind.whole(Interval.ANY).allows(Long.MIN_VALUE)).isTrue();
        assertThat(Kind.real(Interval.ANY).allows(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void aDefaultThatIsNotLegalIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> Setting.of("toy.rows", Kind.whole(1, 2), 3L)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itsPlaceInADocumentFollowsItsGroup() {
        assertThat(SHARE.place()).isEqualTo("split.share");
        assertThat(SHARE.usualText()).isEqualTo("0.2");
        assertThat(Setting.of("toy.none", Kind.whole(1, 2), null).usualText()).isEmpty();
    }

    @Test
    void whatNobodyChoseIsAsUsual() {
        Chosen chosen = Chosen.NOTHING.with(ROWS, 8L);
        assertThat(chosen.whole(ROWS)).isEqualTo(8);
        assertThat(chosen.get(SHARE)).isEqualTo(0.2);
        assertThat(chosen.get(SHARE, 0.5)).isEqualTo(0.5);
        assertThat(chosen.has(SHARE)).isFalse();
        assertThat(chosen.with(ROWS, null)).isEqualTo(Chosen.NOTHING);
        assertThatThrownBy(() -> chosen.with(ROWS, -1L)).isInstanceOf(RefusedException.class).hasMessageContaining("toy.rows");
    }

    @Test
    void anOpenEndIsOutside() {
        Interval half = new Interval(0, false, 1, true);
        assertThat(half.contains(0) && half.contains(0.999)).isTrue();
        assertThat(half.contains(1) || half.contains(-0.1) || half.contains(Double.NaN)).isFalse();
        assertThat(half).hasToString("[0, 1)");
        assertThat(Interval.closed(-2, Double.POSITIVE_INFINITY)).hasToString("[−2, ∞]");
    }
}
