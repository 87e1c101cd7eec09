package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plane of largest spread against its definition. */
class PrincipalDirectionsTest {
    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double spread(List<double[]> points, double[] origin, double[] along) {
        return points.stream().mapToDouble(point -> {
            double way = IntStream.range(0, origin.length).mapToDouble(i -> (point[i] - origin[i]) * along[i]).sum();
            return way * way;
        }).sum();
    }

    private static List<double[]> cloud(Random random, int count, int size) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] point = new double[size];
            for (int axis = 0; axis < size; axis++) {
                point[axis] = random.nextGaussian() * (axis + 1) + 0.5 * (axis > 0 ? point[axis - 1] : 0);
            }
            points.add(point);
        }
        return points;
    }

    /** More points than parameters and fewer: two ways to compute the same. */
    @ParameterizedTest
    @CsvSource({"40, 5", "5, 40", "7, 7", "2, 3", "200, 2"})
    void nothingIsWiderThanTheFirstAndWhatIsLeftNotWiderThanTheSecond(int count, int size) {
        Random random = new Random(count * 100L + size);
        List<double[]> points = cloud(random, count, size);
        double[] origin = points.get(0);
        PrincipalDirections found = PrincipalDirections.of(points, origin);
        double total = points.stream().mapToDouble(p -> IntStream.range(0, size).mapToDouble(i -> Math.pow(p[i] - origin[i], 2)).sum())
                .sum();
        assertThat(dot(found.first(), found.first())).isEqualTo(1, within(1e-12));
        assertThat(dot(found.second(), found.second())).isEqualTo(1, within(1e-12));
        assertThat(dot(found.first(), found.second())).isEqualTo(0, within(1e-9));
        assertThat(spread(points, origin, found.first()) / total).isEqualTo(found.share()[0], within(1e-10));
        assertThat(spread(points, origin, found.second()) / total).isEqualTo(found.share()[1], within(1e-10));
        for (int i = 0; i < 300; i++) {
            double[] any = unit(random.doubles(size, -1, 1).toArray());
            assertThat(spread(points, origin, any) / total).isLessThanOrEqualTo(found.share()[0] + 1e-10);
            double along = dot(any, found.first());
            double[] across = IntStream.range(0, size).mapToDouble(j -> any[j] - along * found.first()[j]).toArray();
            if (dot(across, across) > 1e-6) {
                assertThat(spread(points, origin, unit(across)) / total).isLessThanOrEqualTo(found.share()[1] + 1e-9);
            }
        }
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return java.util.Arrays.stream(vector).map(value -> value / length).toArray();
    }

    @Test
    void pointsOnALineHaveASecondDirectionAllTheSame() {
        List<double[]> line = IntStream.range(1, 6).mapToObj(i -> new double[] {2.0 * i, -i, 2.0 * i}).toList();
        PrincipalDirections found = PrincipalDirections.of(line, new double[3]);
        assertThat(found.first()).containsExactly(new double[] {2 / 3.0, -1 / 3.0, 2 / 3.0}, within(1e-12));
        assertThat(found.share()[0]).isEqualTo(1, within(1e-12));
        assertThat(found.share()[1]).isEqualTo(0, within(1e-12));
        assertThat(dot(found.first(), found.second())).isEqualTo(0, within(1e-12));
    }

    /** So that a plane computed anew a step later is not turned upside down. */
    @Test
    void theLargestPartOfADirectionPointsUp() {
        List<double[]> points = List.of(new double[] {-3, 1, 0}, new double[] {-6, 2, 0}, new double[] {0, 0, -1});
        PrincipalDirections found = PrincipalDirections.of(points, new double[3]);
        assertThat(found.first()[0]).isPositive();
        assertThat(found.second()[2]).isPositive();
    }

    @Test
    void oneParameterMakesNoPlane() {
        assertThatThrownBy(() -> PrincipalDirections.of(List.of(new double[] {1}), new double[] {0}))
                .hasMessageContaining("two parameters");
    }
}
