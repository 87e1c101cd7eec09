package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.graph.ReferenceInterpreter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DenseModelTest {
    @Test
    void aLinearModelIsInputsTimesWeightsPlusBias() {
        ModelGraph model = ModelBuilder.build(new ModelSpec(new Architecture.Linear(), Loss.MSE), InputShape.of(2), 1, 2, false);
        double[][][] values = new ReferenceInterpreter().evaluate(List.of(model.output(), model.loss()), 1,
                Map.of("x", new double[] {1, 2, 3, 4}, "y", new double[] {0, 1}), new double[] {10, 100, 5});
        assertThat(values[0][0]).containsExactly(215, 435);
        assertThat(values[1][0]).containsExactly((215.0 * 215 + 434.0 * 434) / 2);
    }

    @Test
    void aPolynomialHasAllMonomialsOfUpToItsDegree() {
        assertThat(Monomials.of(2, 2).names()).containsExactly("x₁", "x₂", "x₁²", "x₁·x₂", "x₂²");
        assertThat(Monomials.of(2, 2).scales()).containsExactly(1, 1, 1 / Math.sqrt(3), 1, 1 / Math.sqrt(3));
    }

    @Test
    void aPolynomialOfManyFeaturesHasPurePowersOnly() {
        assertThat(Monomials.of(30, 2).names()).hasSize(60).contains("x₃₀²").noneMatch(name -> name.contains("·"));
    }

    @Test
    void aPolynomialExpandsItsFeatures() {
        ModelSpec spec = new ModelSpec(new Architecture.Polynomial(3), Loss.MSE);
        Prediction model = ModelBuilder.prediction(spec, InputShape.of(1), 1, 1, false);
        double[][][] values = new ReferenceInterpreter().evaluate(List.of(model.output()), 1,
                Map.of("x", new double[] {2}), new double[] {1, Math.sqrt(3), Math.sqrt(15), 100});
        assertThat(values[0][0][0]).isCloseTo(2 + 4 + 8 + 100, org.assertj.core.data.Offset.offset(1e-12));
    }
}
