package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Gradients;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.expr.FormulaException;
import downhill.expr.Parser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SurfaceTest {
    static Stream<Arguments> minima() {
        return Surfaces.all().stream().flatMap(surface -> surface.minima().stream()
                .map(minimum -> Arguments.of(surface.name(), surface, minimum)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("minima")
    void aKnownMinimumIsZeroAndLowerThanItsNeighbours(String name, Surface surface, Surface.Point minimum) {
        double at = value(surface, minimum.x(), minimum.y());
        assertThat(at).isCloseTo(0, within(1e-12));
        for (int i = 0; i < 16; i++) {
            double angle = i * Math.PI / 8;
            assertThat(value(surface, minimum.x() + 1e-3 * Math.cos(angle), minimum.y() + 1e-3 * Math.sin(angle))).isGreaterThan(at);
        }
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("minima")
    void aKnownMinimumLiesInItsDomain(String name, Surface surface, Surface.Point minimum) {
        assertThat(minimum.x()).isBetween(surface.domain().left(), surface.domain().right());
        assertThat(minimum.y()).isBetween(surface.domain().bottom(), surface.domain().top());
    }

    @Test
    void everySurfaceIsItsDefinition() {
        double x = 0.7;
        double y = -1.3;
        Map<String, Double> expected = Map.of("quadratic", x * x + 10 * y * y,
                "rosenbrock", Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2),
                "beale", Math.pow(1.5 - x + x * y, 2) + Math.pow(2.25 - x + x * y * y, 2) + Math.pow(2.625 - x + x * y * y * y, 2),
                "himmelblau", Math.pow(x * x + y - 11, 2) + Math.pow(x + y * y - 7, 2),
                "booth", Math.pow(x + 2 * y - 7, 2) + Math.pow(2 * x + y - 5, 2),
                "three-hump-camel", 2 * x * x - 1.05 * Math.pow(x, 4) + Math.pow(x, 6) / 6 + x * y + y * y,
                "saddle", x * x - y * y,
                "rastrigin", 20 + x * x - 10 * Math.cos(2 * Math.PI * x) + y * y - 10 * Math.cos(2 * Math.PI * y),
                "ackley", -20 * Math.exp(-0.2 * Math.sqrt((x * x + y * y) / 2))
                        - Math.exp((Math.cos(2 * Math.PI * x) + Math.cos(2 * Math.PI * y)) / 2) + Math.E + 20);
        assertThat(Surfaces.all()).extracting(Surface::name).containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (Surface surface : Surfaces.all()) {
            assertThat(value(surface, x, y)).as(surface.name()).isCloseTo(expected.get(surface.name()), within(1e-11));
        }
    }

    @Test
    void aConstantFormulaHasAValueAndAZeroGradientForEachRun() {
        SurfaceGraph graph = SurfaceModel.build(Parser.expression("3"));
        double[][][] values = new ReferenceInterpreter().evaluate(List.of(graph.loss(), Gradients.byParameters(graph.loss())), 2,
                Map.of(), new double[] {1, 2, 3, 4});
        assertThat(graph.loss().perRun()).isTrue();
        assertThat(values[0]).isEqualTo(new double[][] {{3}, {3}});
        assertThat(values[1]).isEqualTo(new double[][] {{0, 0}, {0, 0}});
    }

    @Test
    void aFormulaOfSomethingElseIsRefusedByName() {
        assertThatThrownBy(() -> SurfaceModel.build(Parser.expression("x² + z")))
                .isInstanceOf(FormulaException.class).hasMessageContaining("column 6").hasMessageContaining("z is neither");
    }

    private static double value(Surface surface, double x, double y) {
        SurfaceGraph graph = SurfaceModel.build(surface.expression());
        return new ReferenceInterpreter().evaluate(List.of(graph.loss()), 1, Map.of(), new double[] {x, y})[0][0][0];
    }
}
