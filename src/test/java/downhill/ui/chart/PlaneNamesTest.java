package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names on a plane never lie over each other, however many and long they are. */
class PlaneNamesTest {
    private static final Rectangle2D PLOT = new Rectangle2D.Double(0, 0, 660, 140);

    @Test
    void manyLongNamesDoNotCoverEachOtherAndStayInThePlot() {
        PlaneNames names = new PlaneNames(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), Palette.LIGHT, PLOT);
        List<Rectangle2D> places = names.place(IntStream.range(0, 24).mapToObj(i -> new PlaneNames.Name(
                "momentum with a cosine schedule, a warm-up of 100 steps and weight decay 0.0005 " + i, 300 + i * 37 % 200,
                        20 + i * 53 % 100,
                Colour.of("#0072B2"))).toList()).places();
        assertThat(places).hasSizeGreaterThan(3).allMatch(PLOT::contains).allMatch(place -> place.getWidth() <= 131);
        for (int i = 0; i < places.size(); i++) {
            assertThat(places.subList(i + 1, places.size())).noneMatch(places.get(i)::intersects);
        }
    }
}
