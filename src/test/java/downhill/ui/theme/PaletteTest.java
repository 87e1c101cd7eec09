package downhill.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    /** Distances in CIELAB; 2.3 can just be noticed side by side. */
    private static final double FAR = 25;
    private static final double NEAR = 15;
    private static final Path SHEETS = Path.of("resources/downhill/ui/theme");
    private static final Pattern DEFINED = Pattern.compile("(?m)(-dh-[a-z-]+):");
    private static final Pattern LOOKED_UP = Pattern.compile("(-dh-[a-z-]*[a-z])(?![a-z-]*:)");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsAreLegibleOnPanelAndPage(Theme theme) {
        Palette p = theme.palette();
        for (Colour words : new Colour[] {p.text(), p.secondary(), p.accent(), p.good(), p.warning(), p.danger()}) {
            assertThat(words.contrast(p.panel())).as(words.css() + " on the panel").isGreaterThanOrEqualTo(Palette.LEGIBLE);
            assertThat(words.contrast(p.page())).as(words.css() + " on the page").isGreaterThanOrEqualTo(Palette.LEGIBLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void contendersNamesAreLegible(Theme theme) {
        assertThat(theme.palette().contenders()).allSatisfy(
                style -> assertThat(style.text().contrast(theme.palette().panel())).isGreaterThanOrEqualTo(Palette.LEGIBLE));
    }

    @Test
    void contendersLinesAreLegibleInTheDark() {
        assertThat(Palette.DARK.contenders()).allSatisfy(
                style -> assertThat(style.line().contrast(Palette.DARK.panel())).isGreaterThanOrEqualTo(Palette.LEGIBLE));
    }

    @Test
    void lighteningKeepsTheHue() {
        for (int i = 0; i < 6; i++) {
            double light = Palette.LIGHT.contender(i).line().fx().getHue();
            assertThat(Palette.DARK.contender(i).line().fx().getHue()).isCloseTo(light, Offset.offset(2.0));
        }
    }

    @Test
    void aColourThatIsLegibleStaysAsItIs() {
        assertThat(Colour.of("#1F2328").legibleOn(Colour.of("#FFFFFF"), 4.5)).isEqualTo(Colour.of("#1F2328"));
    }

    @Test
    void contrastIsTheStandards() {
        assertThat(Colour.of("#000000").contrast(Colour.of("#FFFFFF"))).isCloseTo(21, Offset.offset(1e-9));
        assertThat(Colour.of("#777777").contrast(Colour.of("#FFFFFF"))).isCloseTo(4.478, Offset.offset(0.001));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void contendersLinesCanBeFollowed(Theme theme) {
        assertThat(theme.palette().contenders()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(
                style -> assertThat(style.line().contrast(theme.palette().panel())).as(style.line().css())
                        .isGreaterThanOrEqualTo(Palette.VISIBLE));
    }

    /** The lines of two contenders have other dashes, or colours that nobody mixes up. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void twentyFourContendersAreToldApartByEveryEye(Theme theme) {
        for (int i = 0; i < 24; i++) {
            for (int j = i + 1; j < 24; j++) {
                ContenderStyle one = theme.palette().contender(i);
                ContenderStyle other = theme.palette().contender(j);
                for (Eye eye : Eye.values()) {
                    assertThat(one.dash() != other.dash() || eye.difference(one.line(), other.line()) >= FAR)
                            .as(i + " " + one.line().css() + " and " + j + " " + other.line().css() + " for " + eye).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void twelveColoursDifferWithoutTheirDashes(Theme theme) {
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                assertThat(Eye.USUAL.difference(theme.palette().contender(i).line(), theme.palette().contender(j).line()))
                        .as(i + " and " + j)
                        .isGreaterThanOrEqualTo(NEAR);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void ninetySixContendersDifferInColourOrLineStyle(Theme theme) {
        Set<ContenderStyle> seen = new HashSet<>();
        for (int i = 0; i < 96; i++) {
            seen.add(theme.palette().contender(i));
        }
        assertThat(seen).hasSize(96);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void styleSheetsHoldTheSameColours(Theme theme) throws IOException {
        Palette p = theme.palette();
        String sheet = Files.readString(Path.of("resources/downhill/ui/theme/" + (p.dark() ? "dark" : "light") + ".css")).toLowerCase();
        assertThat(sheet).contains("-dh-page: " + p.page().css(), "-dh-panel: " + p.panel().css(), "-dh-line: " + p.line().css(),
                "-dh-text: " + p.text().css(), "-dh-secondary: " + p.secondary().css(), "-dh-accent: " + p.accent().css(),
                "-dh-good: " + p.good().css(), "-dh-warning: " + p.warning().css(), "-dh-danger: " + p.danger().css());
    }

    /** What a sheet looks up and nobody defines is drawn in no colour at all, and the toolkit only warns. */
    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void everyColourLookedUpIsDefined(String file) throws IOException {
        String own = Files.readString(SHEETS.resolve(file));
        Set<String> defined = found(DEFINED, own);
        Set<String> lookedUp = new TreeSet<>();
        for (String sheet : List.of("downhill.css", "window.css", "lecture.css")) {
            String text = Files.readString(SHEETS.resolve(sheet));
            lookedUp.addAll(found(LOOKED_UP, text));
            defined.addAll(found(DEFINED, text));
        }
        for (Path source : sources()) {
            lookedUp.addAll(found(LOOKED_UP, Files.readString(source)));
        }
        assertThat(lookedUp).hasSizeGreaterThan(10).isSubsetOf(defined);
        assertThat(found(DEFINED, own)).as("both themes").isEqualTo(found(DEFINED, Files.readString(SHEETS.resolve("dark.css"))));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/downhill/ui"))) {
            return all.filter(one -> one.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void wordsAreLegibleOnTheirFills(String file) throws IOException {
        String sheet = Files.readString(Path.of("resources/downhill/ui/theme", file));
        String[][] pairs = {{"on-accent", "accent"}, {"on-accent", "accent-hover"}, {"text", "fill"}, {"text", "fill-hover"},
                {"secondary", "fill"},
            {"text", "danger-fill"}, {"danger", "danger-fill"}, {"text", "warning-fill"}, {"warning", "warning-fill"}};
        for (String[] pair : pairs) {
            assertThat(colour(sheet, pair[0]).contrast(colour(sheet, pair[1]))).as(pair[0] + " on " + pair[1])
                    .isGreaterThanOrEqualTo(Palette.LEGIBLE);
        }
    }

    @Test
    void allFiguresAreEquallyWide() {
        FontRenderContext plain = new FontRenderContext(null, true, true);
        for (char digit = '1'; digit <= '9'; digit++) {
            assertThat(width(plain, digit)).as("width of " + digit).isCloseTo(width(plain, '0'), Offset.offset(1e-3));
        }
    }

    @Test
    void lettersThatInterLacksComeFromTheSystem() {
        assertThat(Fonts.plain("损失", 11).getFamily()).isNotEqualTo(Fonts.FAMILY);
        assertThat(Fonts.plain("η 0.05 → 0.2", 11).getFamily()).isEqualTo(Fonts.FAMILY);
    }

    private static double width(FontRenderContext context, char digit) {
        return Fonts.plain("0", 13).getStringBounds(String.valueOf(digit), context).getWidth();
    }

    private static Colour colour(String sheet, String name) {
        int at = sheet.indexOf("-dh-" + name + ":");
        assertThat(at).as(name).isPositive();
        int from = sheet.indexOf('#', at);
        return Colour.of(sheet.substring(from, from + 7));
    }
}
