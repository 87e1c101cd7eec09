package downhill.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Chinese in charts is set in one typeface with the forms of Simplified Chinese, where the machine has one. */
class ChineseFaceTest {
    @Test
    void theFormsOfSimplifiedChineseAreTakenBeforeThoseOfItsNeighbours() {
        assertThat(ChineseFace.among(Set.of("DejaVu Sans", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans CJK SC",
                "WenQuanYi Zen Hei")))
                .contains("Noto Sans CJK SC");
        assertThat(ChineseFace.among(Set.of("Arial", "Microsoft YaHei", "SimHei", "MS Gothic"))).contains("Microsoft YaHei");
        assertThat(ChineseFace.among(Set.of("DejaVu Sans", "Noto Sans CJK JP"))).isEmpty();
    }

    @Test
    void whatHoldsNoChineseKeepsTheSystemsFace() {
        assertThat(ChineseFace.family("\u2102 arrows \u21af")).isEqualTo(Font.SANS_SERIF);
        assertThat(Fonts.plain("loss", 12).getFamily()).isEqualTo(Fonts.FAMILY);
    }
}
