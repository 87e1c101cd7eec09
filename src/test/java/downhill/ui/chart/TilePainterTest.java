package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TilePainterTest {
    private static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

    private final Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    private final double longest = Fonts.plain("versicolor", 11).getStringBounds("versicolor", g.getFontRenderContext()).getWidth();

    @Test
    void cellsOfATableAreWideEnoughForTheNamesOfTheColumns() {
        TilePainter.Cells cells = painter(SPECIES, true).cells(360, 135);
        assertThat(cells.turned()).isFalse();
        assertThat(cells.down()).as("as high as they can be").isEqualTo(35);
        assertThat(cells.across() - 2).isGreaterThan(longest);
        assertThat(painter(SPECIES, true).width(cells)).isLessThanOrEqualTo(360);
    }

    @Test
    void whereThereIsNoWidthTheNamesRunUpwards() {
        TilePainter painter = painter(SPECIES, true);
        TilePainter.Cells cells = painter.cells(190, 300);
        assertThat(cells.turned()).isTrue();
        assertThat(cells.across()).isLessThan(longest);
        assertThat(cells.top()).isGreaterThan(15 + longest);
        assertThat(painter.width(cells)).isLessThanOrEqualTo(190);
        assertThat(painter.height(cells)).isLessThanOrEqualTo(300);
    }

    @Test
    void whereThereIsNeitherWidthNorHeightTheCellsStayReadable() {
        TilePainter.Cells cells = painter(SPECIES, true).cells(190, 105);
        assertThat(cells.turned()).isFalse();
        assertThat(cells.down()).isEqualTo(25);
    }

    @Test
    void shortNamesAndPicturesWithoutTextHaveSquares() {
        assertThat(painter(List.of("0", "1", "2"), true).cells(360, 135)).satisfies(TilePainterTest::isSquare);
        assertThat(painter(SPECIES, false).cells(360, 135)).satisfies(TilePainterTest::isSquare);
    }

    /** Fifty classes with numbers, with names, in a large and a small panel: no name touches the next. */
    @Test
    void namesOfManyClassesDoNotTouch() {
        for (String name : List.of("%d", "class %d", "a species with a long name %d")) {
            List<String> names = IntStream.range(0, 50).mapToObj(name::formatted).toList();
            double longest = names.stream().mapToDouble(one -> Fonts.plain(one, 11).getStringBounds(one, g.getFontRenderContext())
                    .getWidth()).max().orElseThrow();
            for (double[] size : new double[][] {{700, 560}, {360, 300}, {240, 160}}) {
                TilePainter painter = painter(names, true);
                TilePainter.Cells cells = painter.cells(size[0], size[1]);
                double apart = cells.every() * cells.across();
                assertThat(cells.every() == 0 || apart >= (cells.turned() ? 12 : longest + 4)).as(name + " in " + size[0] + ": " + cells)
                        .isTrue();
                assertThat(cells.everyRow() * cells.down()).as("names of rows").isGreaterThanOrEqualTo(12);
                assertThat(painter.width(cells)).isLessThanOrEqualTo(size[0] + 1);
                assertThat(painter.height(cells)).isLessThanOrEqualTo(size[1] + 1);
            }
        }
    }

    private static void isSquare(TilePainter.Cells cells) {
        assertThat(cells.across()).isEqualTo(cells.down());
        assertThat(cells.turned()).isFalse();
    }

    private TilePainter painter(List<String> names, boolean table) {
        int count = names.size();
        String[][] texts = new String[count][count];
        for (String[] row : texts) {
            Arrays.fill(row, "1");
        }
        TilePicture.Tile tile = new TilePicture.Tile("", new double[count][count], table ? texts : null, names, names);
        return new TilePainter(g, Palette.LIGHT, new TilePicture(List.of(tile), -1, 1, "actual", "predicted", ""));
    }
}
