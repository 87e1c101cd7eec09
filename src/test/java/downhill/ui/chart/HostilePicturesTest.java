package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Visible;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Whatever a name is, an SVG is well-formed, says it as it is, and names fonts as CSS wants them. */
class HostilePicturesTest {
    private static final String QUOTED = "font-family:\"(?:[^\"\\\\]*)\"(?:,(?:[A-Za-z-]+))*";

    @TempDir
    private Path folder;

    static List<String> names() {
        return List.of("x; SemiBold", "font-family:&quot;A SemiBold&quot;;", "font-family:\"A\";", "<svg onload=\"x\">&amp;</svg>", "]]>",
                "<!-- --", "a & b < c", "''\"\"", "two  spaces", "$1\\1", "\u0000\u0001\b\u001b[31m", "\ufffe\uffff",
                "\u0085\u009b\u2028", "\u202Egpj.exe", "\ud83d", "\ude00x", "😀 数据 θ₁", "a\tb\nc\rd", "&#27;", "-->", "<?xml?>",
                "\ud835\udf03");
    }

    /** One of each picture that shows names, each written by itself. */
    private static List<ChartDrawing> pictures(String name) {
        SeriesData curve = SeriesData.main(name, MadeUpCurves.race(50).get(0).points(), 0);
        PathData path = PathData.of(name, curve.points().first(3), 1);
        Range unit = new Range(0, 1);
        PlotPicture plot = PlotPicture.of(name, name, unit, unit)
                .keyed(List.of(new PlotKey(name, 0, PlotKey.Kind.LINE), new PlotKey(name, 0, PlotKey.Kind.HEADING)));
        TilePicture tiles = new TilePicture(List.of(new TilePicture.Tile(name, new double[][] {{0, 1}, {1, 0}}, null, List.of(name, "b"),
                List.of(name, "b"))),
                0, 1, name, name, name);
        return List.of(new LineDrawing(List.of(curve), LineOptions.PLAIN.titled(name, name).noted(List.of(new Note(20, name, 0))),
                new Smoothers()),
                new PlaneDrawing(null, List.of(path), List.of(PlaneMark.arrow(0, 0, 1, 1, name, 0)),
                        PlaneOptions.PLAIN.titled(name, name), null),
                new PlotDrawing(plot, null, -1), new TileDrawing(tiles, -1), new WordsDrawing(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anSvgSaysTheNameAndIsWellFormed(String name) throws Exception {
        Path file = folder.resolve("x.svg");
        List<String> said = new ArrayList<>();
        for (ChartDrawing picture : pictures(name)) {
            new ChartExport(picture, Palette.LIGHT, View.ALL, 700, 400).svg(file);
            Document svg = parsed(Files.readAllBytes(file));
            said.add(svg.getDocumentElement().getTextContent());
            assertFonts(svg);
        }
        String shown = Visible.line(name);
        assertThat(said.get(0)).as("a line chart").contains(shown);
        assertThat(said.get(1)).as("a plane").contains(shown);
        assertThat(said.get(2)).as("a plot").contains(shown);
        assertThat(said.get(4)).as("words").contains(shown);
    }

    private static Document parsed(byte[] svg) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        assertThat(StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(svg)).toString()).isNotEmpty();
        return builder.parse(new ByteArrayInputStream(svg));
    }

    private static void assertFonts(Document svg) {
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String style = ((Element) all.item(i)).getAttribute("style");
            if (style.contains("font-family")) {
                assertThat(style).as("a style").matches("(?:[a-z-]+:[^;\"]+;)*" + QUOTED + ";(?:[a-z-]+:[^;\"]+;)*");
                Matcher weight = Pattern.compile("font-family:\"[^\"]* SemiBold\"[^;]*;font-weight:600;").matcher(style);
                assertThat(weight.find()).as(style).isEqualTo(style.contains("SemiBold"));
            }
        }
    }

    @Test
    void aPdfAndAPictureOfSuchNamesAreDrawn() throws Exception {
        for (String name : names()) {
            for (ChartDrawing picture : pictures(name)) {
                ChartExport export = new ChartExport(picture, Palette.LIGHT, View.ALL, 300, 200);
                export.pdf(folder.resolve("x.pdf"));
                assertThat(export.image(1).getWidth()).isEqualTo(300);
            }
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
