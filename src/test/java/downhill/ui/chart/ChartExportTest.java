package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartExportTest {
    @TempDir
    private Path folder;

    private final ChartExport export = new ChartExport(new LineDrawing(MadeUpCurves.race(200),
            LineOptions.PLAIN.titled("step", "loss η").log(true)
            .noted(List.of(new Note(90, "η 0.05 → 0.2", 0))), new Smoothers()), Palette.LIGHT, View.ALL, 600, 400);

    @Test
    void aPngHasTheSizeAskedForAndShowsEveryContendersColour() throws IOException {
        Path file = folder.resolve("deep/chart.png");
        export.png(file, 2);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(800);
        for (int i = 0; i < 4; i++) {
            assertThat(count(image, Palette.LIGHT.contender(i).line().rgb())).as("pixels of contender " + i).isGreaterThan(50);
        }
    }

    @Test
    void anSvgIsWellFormedAndNamesTheContenders() throws Exception {
        Path file = folder.resolve("chart.svg");
        export.svg(file);
        String words = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement().getTextContent();
        assertThat(Files.readString(file)).as("a viewer need not ask the network").doesNotContain("DOCTYPE");
        assertThat(words).contains("SGD", "Momentum", "RMSprop", "Adam", "step", "η 0.05 → 0.2");
        assertThat(Files.readString(file).contains("NaN")).isFalse();
    }

    @Test
    void aPdfIsAPdf() throws IOException {
        Path file = folder.resolve("chart.pdf");
        export.pdf(file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-").contains("%%EOF");
        assertThat(text.length()).isGreaterThan(5000);
        Matcher box = Pattern.compile("/MediaBox \\[0(?:\\.0)? 0(?:\\.0)? ([\\d.]+) ([\\d.]+)\\]").matcher(text);
        assertThat(box.find()).isTrue();
        assertThat(Math.round(Double.parseDouble(box.group(1)))).as("points across").isEqualTo(600);
        assertThat(Math.round(Double.parseDouble(box.group(2)))).as("points down").isEqualTo(400);
    }

    @Test
    void anSvgKeepsGreekAndChineseLettersAndNamesOtherFonts() throws IOException {
        ChartDrawing named = new LineDrawing(MadeUpCurves.race(50), LineOptions.PLAIN.titled("步数", "训练损失 η·θ").log(true), new Smoothers());
        Path svg = folder.resolve("chart.svg");
        new ChartExport(named, Palette.LIGHT, View.ALL, 600, 400).svg(svg);
        assertThat(Files.readString(svg)).contains("步数",
                "font-family:&quot;Inter Tabular SemiBold&quot;,Inter,sans-serif;font-weight:600;");
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        export.png(folder.resolve("a.png"), 1);
        export.png(folder.resolve("a.png"), 1);
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("a.png");
        }
    }

    private static int count(BufferedImage image, int rgb) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += (image.getRGB(x, y) & 0xffffff) == rgb ? 1 : 0;
            }
        }
        return found;
    }
}
