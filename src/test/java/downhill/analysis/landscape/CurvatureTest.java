package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.expr.Parser;
import downhill.model.Surface;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How strongly surfaces bend whose second derivatives are known. */
class CurvatureTest {
    private static Curvature of(String formula) {
        return new Curvature(Parser.expression(formula));
    }

    private static double below(String formula, double x, double y) {
        return of(formula).below(new Surface("any", formula, Surface.Domain.square(5), List.of(), new Surface.Point(x, y)));
    }

    /** ½·a·x² + b·x·y + ½·c·y²: no direction of a fine fan bends more upwards than the eigenvalue, and one nearly as much. */
    @Test
    void noDirectionOfAQuadraticBendsMoreThanItsEigenvalue() {
        for (int seed = 0; seed < 30; seed++) {
            double[] abc = new Random(seed).doubles(3, -3, 3).toArray();
            String formula = String.format(Locale.ROOT, "0.5*(%.17f)*x^2 + (%.17f)*x*y + 0.5*(%.17f)*y^2", abc[0], abc[1], abc[2]);
            double[] bends = IntStream.range(0, 2000).mapToDouble(i -> Math.PI * i / 2000).map(angle -> {
                double x = Math.cos(angle);
                double y = Math.sin(angle);
                return abc[0] * x * x + 2 * abc[1] * x * y + abc[2] * y * y;
            }).sorted().toArray();
            double most = bends[bends.length - 1];
            double largest = Math.max(most, -bends[0]);
            assertThat(of(formula).upward(seed, -0.5)).as("the same everywhere, of %s", formula).isBetween(most - 1e-9, most + 1e-4);
            assertThat(below(formula, 1, 2)).as("whichever way it bends").isBetween(largest - 1e-9, largest + 1e-4);
        }
    }

    @Test
    void aHilltopBendsUpwardsNowhereAndASaddleInOneDirection() {
        assertThat(of("-(x^2) - 2*y^2").upward(0.3, 0.4)).isEqualTo(-2);
        assertThat(below("-(x^2) - 2*y^2", 0, 0)).as("its size, where it bends most").isEqualTo(4);
        assertThat(of("x*y").upward(7, -1)).isEqualTo(1);
        assertThat(of("3*x + 4*y - 1").upward(1, 1)).as("a slope is straight").isZero();
    }

    /** x⁴ bends by 12·x²: what counts is how far up the walk begins, and not how steep the picture is at its rim. */
    @Test
    void onlyWhatLiesNoHigherThanTheStartCounts() {
        for (double start : new double[] {0.5, -1, 2, -3}) {
            assertThat(below("x^4", start, 0)).isCloseTo(12 * start * start, within(1e-9));
        }
        assertThat(below("x^4 + y^2", 0, 0)).as("at the bottom only y bends").isEqualTo(2);
        assertThat(below("x^4 + y^2", 0, 1)).as("and from a little higher on x does").isCloseTo(12, within(1e-9));
    }

    /** A coordinate that is measured in halves bends four times as much; a constant changes nothing. */
    @Test
    void unitsCountAndHeightsDoNot() {
        double once = of("sin(x) + x*y + y^4").upward(0.75, -0.5);
        assertThat(of("sin(x) + x*y + y^4 + 17").upward(0.75, -0.5)).isEqualTo(once);
        assertThat(of("sin(2*x) + 4*x*y + (2*y)^4").upward(0.375, -0.25)).isCloseTo(4 * once, within(1e-12));
        assertThat(of("3*(sin(x) + x*y + y^4)").upward(0.75, -0.5)).isCloseTo(3 * once, within(1e-12));
    }

    /** x^1.5 bends without bound at 0 and is nothing beyond: what is known elsewhere is told, or nothing, but never that. */
    @Test
    void whereItBendsWithoutBoundThatIsNotTheAnswer() {
        assertThat(of("x^1.5 + y^2").upward(0, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(below("x^1.5 + y^2", 0, 0)).isNaN();
        assertThat(below("x^1.5 + y^2", 0, 1)).as("where it is finite, y bends most").isEqualTo(2);
    }
}
