package downhill.ui.fx.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.testing.ChildProgram;
import downhill.ui.fx.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class PortableTextTest extends FxTest {
    @TempDir
    Path folder;

    @Test
    void textLaidOutWithoutPangoIsAsWideAsWithIt() throws IOException, InterruptedException {
        List<Double> plain = widths(true, Map.of());
        List<Double> usual = onFx(PlainTextProbe::widths);
        assertThat(plain).hasSameSizeAs(usual);
        for (int at = 0; at < plain.size(); at++) {
            assertThat(plain.get(at)).as(PlainTextProbe.SAMPLES.get(at)).isGreaterThan(10).isCloseTo(usual.get(at), within(0.01));
        }
    }

    /**
     * The typeface of the test holds two characters of Noto Sans CJK SC, with the outlines that JavaFX passes over where it looks
     * for help.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chineseIsDrawnInNotoWhereTheSystemHasIt(boolean plain) throws IOException, InterruptedException {
        Files.copy(Path.of("src/test/resources/downhill/ui/fx/font/two-chinese.otf"), folder.resolve("two-chinese.otf"));
        Path settings = Files.writeString(folder.resolve("fonts.conf"),
                "<fontconfig><include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include><dir>" + folder
                + "</dir><cachedir>" + folder + "</cachedir></fontconfig>");
        List<Double> widths = widths(plain, Map.of("FONTCONFIG_FILE", settings.toString()));
        assertThat(widths.get(widths.size() - 1)).as("two squares of a character each")
                .isCloseTo(2.0 * PlainTextProbe.POINTS, within(0.01));
    }

    private static List<Double> widths(boolean plain, Map<String, String> environment) throws IOException, InterruptedException {
        ChildProgram.Answer said = ChildProgram.run(PlainTextProbe.class,
                List.of("-Ddownhill.headless=true", "-D" + PortableText.FORCED + "=" + plain), environment);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out().lines().map(Double::valueOf).toList();
    }
}
