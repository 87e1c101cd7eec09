package downhill.ui.fx.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.ui.fx.FxTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class PortableTextTest extends FxTest {
    @Test
    void textLaidOutWithoutPangoIsAsWideAsWithIt() throws IOException, InterruptedException {
        List<Double> plain = plainWidths();
        List<Double> usual = onFx(PlainTextProbe::widths);
        assertThat(plain).hasSameSizeAs(usual);
        for (int at = 0; at < plain.size(); at++) {
            assertThat(plain.get(at)).as(PlainTextProbe.SAMPLES.get(at)).isGreaterThan(20).isCloseTo(usual.get(at), within(0.01));
        }
    }

    private static List<Double> plainWidths() throws IOException, InterruptedException {
        Process probe = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-Ddownhill.headless=true", "-D" + PortableText.FORCED + "=true",
                PlainTextProbe.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(probe.waitFor()).as(said).isZero();
        return said.lines().map(Double::valueOf).toList();
    }
}
