package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Contours;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.Resample;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContoursTest {
    @ParameterizedTest
    @ValueSource(doubles = {4, 25, 60, 99})
    void theContourOfABowlIsOneCircle(double level) {
        List<Contours.Line> lines = Contours.at(bowl(), level);
        assertThat(lines).hasSize(1);
        Contours.Line circle = lines.get(0);
        int last = circle.x().length - 1;
        assertThat(circle.x()[last]).isEqualTo(circle.x()[0]);
        assertThat(circle.y()[last]).isEqualTo(circle.y()[0]);
        for (int i = 0; i <= last; i++) {
            assertThat(Math.hypot(circle.x()[i] - 10, circle.y()[i] - 10)).isCloseTo(Math.sqrt(level), Offset.offset(0.15));
        }
    }

    @Test
    void aSlopeIsCutByOneOpenLineFromEdgeToEdge() {
        double[][] z = new double[5][7];
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 7; i++) {
                z[j][i] = i;
            }
        }
        List<Contours.Line> lines = Contours.at(z, 2.5);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).x()).containsOnly(2.5);
        assertThat(lines.get(0).y()).hasSize(5).contains(0, 4);
    }

    @Test
    void aSaddleIsCutIntoTwoLines() {
        assertThat(Contours.at(new double[][] {{1, -1}, {-1, 1}}, 0.01)).hasSize(2);
        assertThat(Contours.at(new double[][] {{-1, 1}, {1, -1}}, 0.01)).hasSize(2);
    }

    @Test
    void cellsWithABlankCornerHaveNoLine() {
        double[][] z = bowl();
        z[10][15] = Double.NaN;
        assertThat(Contours.at(z, 25)).hasSize(1).allSatisfy(line -> assertThat(line.y()[0]).isNotEqualTo(line.y()[line.y().length - 1]));
    }

    @Test
    void nothingIsCutAboveTheHighestPoint() {
        assertThat(Contours.at(bowl(), 1e6)).isEmpty();
    }

    @Test
    void aFinerGridGoesThroughTheGivenPointsAndFollowsAParabolaExactly() {
        double[][] fine = Resample.finer(bowl(), 101);
        assertThat(fine).hasSize(101);
        assertThat(fine[50][50]).isEqualTo(bowl()[10][10]);
        assertThat(fine[52][57]).isCloseTo(Math.pow(0.4, 2) + Math.pow(1.4, 2), Offset.offset(1e-9));
    }

    @Test
    void aValleyWhoseFloorIsZeroHasLevelsThatGrowByRatios() {
        Levels levels = Levels.of(MadeUpCurves.valley());
        assertThat(levels.count()).isBetween(6, 14);
        assertThat(levels.value(levels.count() - 1) / levels.value(0)).isGreaterThan(100);
        assertThat(levels.band(0)).isZero();
        assertThat(levels.band(1e9)).isEqualTo(levels.count());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05148, 0.4931, 3.7, 128.4})
    void aboveALowestPointThatIsNotZeroLevelsStillHaveFewDigits(double floor) {
        double[][] z = bowl();
        for (double[] row : z) {
            for (int i = 0; i < row.length; i++) {
                row[i] = floor + floor * Math.pow(row[i], 2) / 1000;
            }
        }
        Levels levels = Levels.of(new Landscape(new Range(0, 1), new Range(0, 1), z, Landscape.Spacing.LOG));
        assertThat(levels.count()).isGreaterThan(5);
        double power = Math.pow(10, Math.floor(Math.log10(floor)));
        for (int i = 0; i < levels.count(); i++) {
            assertThat(levels.value(i)).isGreaterThan(i == 0 ? floor : levels.value(i - 1));
            double above = levels.value(i) - floor;
            double unit = Math.pow(10, Math.floor(Math.log10(above * 1.3))) / 2;
            assertThat(levels.value(i) / unit).as("%s in steps of %s", levels.value(i), unit)
                    .isCloseTo(Math.rint(levels.value(i) / unit), org.assertj.core.data.Offset.offset(1e-6 * power / unit));
        }
    }

    @Test
    void whatIsWrittenAlongAContourKeepsOffThePaths() {
        ChartFrame frame = new ChartFrame(new Rectangle2D.Double(0, 0, 300, 200), new AxisScale(new Range(0, 300), false, 0, 300),
                new AxisScale(new Range(0, 200), false, 200, 0));
        Covered covered = Covered.by(List.of(PathData.of("", Points.of(new double[] {0, 300}, new double[] {100, 100}), 0)), List.of(),
                frame);
        assertThat(covered.crosses(new ContourPainter.Place(150, 100, 0, 40))).isTrue();
        assertThat(covered.crosses(new ContourPainter.Place(150, 60, 0, 40))).isFalse();
        assertThat(covered.crosses(new ContourPainter.Place(150, 85, Math.PI / 2, 40))).as("upright it reaches the path").isTrue();
        assertThat(Covered.NOTHING.crosses(new ContourPainter.Place(150, 100, 0, 40))).isFalse();
    }

    @Test
    void whatIsWrittenAlongAContourKeepsOffTheNames() {
        ChartFrame frame = new ChartFrame(new Rectangle2D.Double(0, 0, 300, 200), new AxisScale(new Range(0, 300), false, 0, 300),
                new AxisScale(new Range(0, 200), false, 200, 0));
        Covered covered = Covered.by(List.of(), List.of(new Rectangle2D.Double(100, 93, 60, 14), new Rectangle2D.Double(280, 190, 60, 14)),
                frame);
        assertThat(covered.crosses(new ContourPainter.Place(130, 100, 0, 40))).as("below the name").isTrue();
        assertThat(covered.crosses(new ContourPainter.Place(172, 100, 0, 30))).as("its beginning below the name").isTrue();
        assertThat(covered.crosses(new ContourPainter.Place(190, 100, 0, 40))).isFalse();
        assertThat(covered.crosses(new ContourPainter.Place(130, 70, 0, 40))).isFalse();
        assertThat(covered.crosses(new ContourPainter.Place(290, 195, 0, 10))).as("a name that reaches out of the plot").isTrue();
        assertThat(covered.crosses(new ContourPainter.Place(2, 195, 0, 10))).as("it covers nothing at the other side").isFalse();
    }

    @Test
    void aFlatLandscapeHasNoLevels() {
        Levels levels = Levels.of(new Landscape(new Range(0, 1), new Range(0, 1), new double[][] {{2, 2}, {2, 2}}, Landscape.Spacing.AUTO));
        assertThat(levels.count()).isZero();
        assertThat(levels.band(2)).isZero();
    }

    @Test
    void heightsBetweenGridPointsAreInterpolated() {
        Landscape slope = new Landscape(new Range(0, 2), new Range(0, 1), new double[][] {{0, 2, 4}, {10, 12, 14}},
                Landscape.Spacing.LINEAR);
        assertThat(slope.at(0.5, 0.5)).isCloseTo(6, Offset.offset(1e-12));
        assertThat(slope.at(2, 1)).isEqualTo(14);
        assertThat(slope.at(2.01, 0)).isNaN();
    }

    /** Height = squared distance from the middle (10, 10) of 21 × 21 points. */
    private static double[][] bowl() {
        double[][] z = new double[21][21];
        for (int j = 0; j < 21; j++) {
            for (int i = 0; i < 21; i++) {
                z[j][i] = Math.pow(i - 10, 2) + Math.pow(j - 10, 2);
            }
        }
        return z;
    }
}
