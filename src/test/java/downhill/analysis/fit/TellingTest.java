package downhill.analysis.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.Samples;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Generator;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which features tell most, and the units in which people see them. */
class TellingTest {
    /** η² as one minus the variance within the classes over the whole, which the program computes the other way round. */
    private static double withinClasses(double[] x, double[] classes) {
        double whole = variance(x, IntStream.range(0, x.length).toArray());
        double inside = 0;
        for (int index = 0; index < 3; index++) {
            int wanted = index;
            inside += variance(x, IntStream.range(0, x.length).filter(i -> classes[i] == wanted).toArray());
        }
        return 1 - inside / whole;
    }

    private static double variance(double[] x, int[] rows) {
        double mean = IntStream.of(rows).mapToDouble(i -> x[i]).average().orElse(0);
        return IntStream.of(rows).mapToDouble(i -> (x[i] - mean) * (x[i] - mean)).sum();
    }

    @Test
    void theShareBetweenClassesIsWhatIsNotWithinThem() {
        Prepared iris = Samples.iris();
        for (FeatureAxis axis : FeatureAxis.of(iris)) {
            Examples rows = iris.training();
            assertThat(Telling.share(iris, axis)).as(axis.column())
                    .isEqualTo(withinClasses(axis.values(rows), rows.targets()), within(1e-12));
        }
    }

    /** As everybody knows of the irises, whose petals tell and whose sepals' width does not. */
    @Test
    void petalsComeFirst() {
        Prepared iris = Samples.iris();
        List<FeatureAxis> axes = FeatureAxis.of(iris);
        List<String> order = Telling.order(iris, axes).stream().map(i -> axes.get(i).column()).toList();
        assertThat(order.subList(0, 2)).allMatch(name -> name.contains("petal"));
        assertThat(order.get(3)).contains("sepal").contains("width");
    }

    @Test
    void inRegressionItIsTheSquaredCorrelation() {
        Prepared line = DataSources.prepare(DataSpec.of(new DataSource.Generated(Generator.LINE, 200, 0, 5)), null, Progress.NONE);
        FeatureAxis axis = FeatureAxis.of(line).get(0);
        assertThat(Telling.share(line, axis)).as("a line without noise").isEqualTo(1, within(1e-9));
    }

    @Test
    void anAxisGoesThereAndBack() {
        for (FeatureAxis axis : FeatureAxis.of(Samples.iris())) {
            assertThat(axis.value(0, 7)).isEqualTo(axis.low());
            assertThat(axis.value(6, 7)).isEqualTo(axis.high());
            for (int i = 0; i < 7; i++) {
                double value = axis.value(i, 7);
                assertThat(axis.encode(value) * axis.scale() + axis.center()).isEqualTo(value, within(1e-12));
            }
            FeatureAxis wider = axis.widened(0.25);
            assertThat(wider.high() - wider.low()).isEqualTo(1.5 * (axis.high() - axis.low()), within(1e-12));
            assertThat(wider.high() + wider.low()).as("as much on both sides").isEqualTo(axis.high() + axis.low(), within(1e-12));
        }
    }

    @Test
    void aKernelIsThePictureOfItsFirstChannel() {
        ParameterSlot weight = new ParameterSlot("conv1.weight", new int[] {2, 3, 2, 2}, 5, new int[] {12, 4, 2, 1});
        double[] parameters = IntStream.range(0, 40).asDoubleStream().toArray();
        double[][][] pictures = Kernels.of(weight, parameters);
        assertThat(Arrays.deepToString(pictures[0])).isEqualTo(Arrays.deepToString(new double[][] {{5, 6}, {7, 8}}));
        assertThat(Arrays.deepToString(pictures[1])).isEqualTo(Arrays.deepToString(new double[][] {{17, 18}, {19, 20}}));
    }

    @Test
    void onlyConvolutionsHaveKernels() {
        List<ParameterSlot> slots = Stream.of("conv1.weight", "conv1.bias", "dense1.weight", "conv12.weight", "preconv1.weight")
                .map(name -> new ParameterSlot(name, new int[] {1}, 0, new int[] {1})).toList();
        assertThat(Kernels.names(new ParameterLayout(slots, slots.size()))).containsExactly("conv1.weight", "conv12.weight");
    }
}
