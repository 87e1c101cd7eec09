package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesApartTest {
    private static final Rectangle2D PLOT = new Rectangle2D.Double(50, 10, 600, 300);

    private static List<Rectangle2D> places(List<NamesApart.Name> names) {
        Graphics2D g = new BufferedImage(700, 400, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return new NamesApart(g, PLOT).places(names);
        } finally {
            g.dispose();
        }
    }

    private static NamesApart.Name name(int i, double x, double y) {
        return new NamesApart.Name("contender " + i, x, y, 9, Palette.LIGHT.contender(i).text());
    }

    private static void areApart(List<Rectangle2D> places) {
        for (int i = 0; i < places.size(); i++) {
            assertThat(PLOT.contains(places.get(i))).as("%s is in the plot", places.get(i)).isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(places.get(i).intersects(places.get(j))).as("%s over %s", places.get(i), places.get(j)).isFalse();
            }
        }
    }

    /** Several rules with the same rate and nearly the same loss: in the middle, at the right edge, in a corner. */
    @Test
    void namesOfOnePlaceAreApart() {
        for (double[] at : new double[][] {{300, 150}, {648, 150}, {640, 308}, {52, 12}, {300, 308}}) {
            List<NamesApart.Name> names = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                names.add(name(i, at[0] + i % 2, at[1] - i * 0.1));
            }
            areApart(places(names));
        }
    }

    @Test
    void namesAnywhereAreApart() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<NamesApart.Name> names = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                names.add(name(i, PLOT.getX() + random.nextDouble() * PLOT.getWidth(), PLOT.getY()
                        + random.nextDouble() * PLOT.getHeight()));
            }
            areApart(places(names));
        }
    }

    @Test
    void aNameAloneIsBesideItsPoint() {
        Rectangle2D place = places(List.of(name(0, 300, 150))).get(0);
        assertThat(place.getX()).isEqualTo(309);
        assertThat(place.getMaxY()).isEqualTo(150);
    }
}
