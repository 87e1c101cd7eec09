package downhill.ui.chart.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import downhill.ui.chart.MadeUpCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimationTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyColumnKeepsItsLeastAndGreatestValue(long seed) {
        Random random = new Random(seed);
        PointBuffer buffer = random(random, 20_000 + random.nextInt(200_000));
        Range shown = new Range(buffer.size() * 0.1 * random.nextInt(3), buffer.size() * (0.5 + 0.1 * random.nextInt(5)));
        int columns = 100 + random.nextInt(500);
        Points all = buffer.snapshot();
        Points few = Decimation.of(all, shown, columns);
        assertThat(few.size()).isLessThanOrEqualTo(4 * columns + 8);
        assertThat(columnExtremes(few, shown, columns).equals(columnExtremes(all, shown, columns))).as("same extremes").isTrue();
    }

    @Test
    void theOrderOfXStays() {
        Points few = Decimation.of(random(new Random(9), 100_000).snapshot(), new Range(0, 100_000), 300);
        for (int i = 1; i < few.size(); i++) {
            assertThat(few.x(i)).isGreaterThanOrEqualTo(few.x(i - 1));
        }
    }

    @Test
    void fewPointsStayAsTheyAre() {
        Points all = MadeUpCurves.loss(100, 0.1, 20, 1);
        Points same = Decimation.of(all, new Range(0, 99), 500);
        assertThat(same.size()).isEqualTo(100);
        assertThat(same.y(57)).isEqualTo(all.y(57));
    }

    @Test
    void theFirstAndTheLastPointStay() {
        Points all = random(new Random(3), 50_000).snapshot();
        Points few = Decimation.of(all, new Range(0, 49_999), 200);
        assertThat(few.y(0)).isEqualTo(all.y(0));
        assertThat(few.y(few.size() - 1)).isEqualTo(all.y(all.size() - 1));
    }

    @Test
    void aZoomKeepsOneNeighbourOnEitherSide() {
        Points few = Decimation.of(MadeUpCurves.loss(100, 0.1, 20, 1), new Range(10.5, 20.5), 500);
        assertThat(few.x(0)).isEqualTo(10);
        assertThat(few.x(few.size() - 1)).isEqualTo(21);
    }

    @Test
    void meansLieTwoPixelsApartHoweverManyPointsThereAre() {
        for (int points : new int[] {700, 1500, 3000, 40_000}) {
            Points line = Decimation.means(MadeUpCurves.loss(points, 0.1, points / 10.0, 5), new Range(0, points - 1), 600);
            for (int i = 2; i < line.size() - 2; i++) {
                assertThat((line.x(i) - line.x(i - 1)) * 600 / points).as("%s points, piece %s", points, i).isBetween(1.1, 2.1);
            }
        }
    }

    @Test
    void meansOfAConstantAreTheConstant() {
        PointBuffer buffer = new PointBuffer();
        for (int i = 0; i < 100_000; i++) {
            buffer.append(i, i % 1000 == 5 ? Double.NaN : 3);
        }
        Points means = Decimation.means(buffer.snapshot(), new Range(0, 99_999), 300);
        for (int i = 0; i < means.size(); i++) {
            assertThat(means.y(i)).isEqualTo(3);
        }
    }

    @Test
    void aSnapshotDoesNotSeeWhatIsAppendedLater() {
        PointBuffer buffer = random(new Random(1), 500);
        Points before = buffer.snapshot();
        buffer.append(1e6, 1e6);
        assertThat(before.size()).isEqualTo(500);
        assertThat(buffer.snapshot().size()).isEqualTo(501);
    }

    @Test
    void theNearestPointIsFound() {
        Points points = Points.of(new double[] {0, 10, 20}, new double[] {1, 2, 3});
        assertThat(points.nearest(-5)).isZero();
        assertThat(points.nearest(4)).isZero();
        assertThat(points.nearest(6)).isEqualTo(1);
        assertThat(points.nearest(99)).isEqualTo(2);
        assertThat(Points.NONE.nearest(1)).isEqualTo(-1);
    }

    private static PointBuffer random(Random random, int size) {
        PointBuffer buffer = new PointBuffer();
        for (int i = 0; i < size; i++) {
            buffer.append(i, random.nextGaussian() + (random.nextInt(5000) == 0 ? 50 : 0));
        }
        return buffer;
    }

    /** Least and greatest of each column that lies wholly within the part shown. */
    private static java.util.List<String> columnExtremes(Points points, Range shown, int columns) {
        double[] low = new double[columns];
        double[] high = new double[columns];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < points.size(); i++) {
            int column = (int) Math.floor((points.x(i) - shown.low()) * (columns / shown.length()));
            if (column >= 0 && column < columns) {
                low[column] = Math.min(low[column], points.y(i));
                high[column] = Math.max(high[column], points.y(i));
            }
        }
        java.util.List<String> extremes = new java.util.ArrayList<>();
        for (int i = 0; i < columns; i++) {
            extremes.add(low[i] + " " + high[i]);
        }
        return extremes;
    }
}
