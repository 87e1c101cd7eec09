package downhill.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Convolution;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weights and units taken away. */
class PruningTest {
    static final Architecture WIDE = new Architecture.Mlp(List.of(6, 5), Activation.TANH);
    private static final Architecture IMAGES = new Architecture.Cnn(List.of(new Convolution(4, 3), new Convolution(3, 2)), 1, List.of(6));

    /** Three classes by the largest of three sums. */
    static Prepared rows(TrainedModel model, int count) {
        int inputs = model.preprocessing().features().size();
        Random random = new Random(8);
        double[] x = random.doubles((long) count * inputs, -1, 1).toArray();
        double[] y = IntStream.range(0, count).mapToDouble(row -> {
            double a = x[row * inputs] + x[row * inputs + 1];
            double b = x[row * inputs + 2] * 2;
            return a > b ? a > 0.4 ? 0 : 1 : 2;
        }).toArray();
        Examples all = new Examples(count, model.preprocessing().inputShape(), x, y, IntStream.range(0, count).toArray(), new double[0]);
        return RowsApart.split(model.preprocessing(), all, 0.3, 1);
    }

    private static double[] some(int count) {
        return new Random(9).doubles(count, -1, 1).toArray();
    }

    /** What others do not use is missed by nobody: its outgoing weights are 0. */
    private static TrainedModel withoutUse(TrainedModel model, String array, int axis, int width, int... units) {
        double[] row = model.parameters().clone();
        ParameterSlot slot = ProductArrays.layout(model).slot(array).orElseThrow();
        var place = new downhill.model.HiddenUnits.Place(array, axis, width, true);
        for (int i = 0; i < slot.size(); i++) {
            int unit = place.unit(slot, i);
            if (Arrays.stream(units).anyMatch(each -> each == unit)) {
                row[slot.position(i)] = 0;
            }
        }
        return model.with("", model.model(), row);
    }

    @Test
    void unitsThatNobodyUsesGoFirstAndTheSmallerNetworkSaysTheSame() {
        TrainedModel drawn = SmallNetwork.of(WIDE, 4, 0, 3, 5);
        TrainedModel idle = withoutUse(withoutUse(drawn, "dense2.weight", 0, 1, 1, 4), "dense3.weight", 0, 1, 0);
        TrainedModel smaller = UnitPruning.pruned(idle, "smaller", 3 / 11.0, false);
        assertThat(smaller.model().architecture()).isEqualTo(new Architecture.Mlp(List.of(4, 4), Activation.TANH));
        assertThat(smaller.parameters()).hasSize(4 * 5 + 4 * 5 + 3 * 5);
        assertThat(QuantiserTest.answers(smaller, some(20))).containsExactly(QuantiserTest.answers(idle, some(20)), within(1e-14));
    }

    @Test
    void filtersGoWithWhatFollowsThem() {
        TrainedModel drawn = SmallNetwork.of(IMAGES, 36, 6, 3, 5);
        TrainedModel idle = withoutUse(withoutUse(withoutUse(drawn, "conv2.weight", 1, 1, 0, 3), "dense1.weight", 0, 9, 1),
                "dense2.weight", 0, 1, 2, 5);
        TrainedModel smaller = UnitPruning.pruned(idle, "smaller", 5 / 13.0, false);
        assertThat(smaller.model().architecture()).isEqualTo(new Architecture.Cnn(List.of(new Convolution(2, 3), new Convolution(2, 2)), 1,
                List.of(4)));
        assertThat(QuantiserTest.answers(smaller, some(72))).containsExactly(QuantiserTest.answers(idle, some(72)), within(1e-14));
    }

    @Test
    void eachLayerKeepsAUnitAndLosesItsShare() {
        TrainedModel drawn = SmallNetwork.of(WIDE, 4, 0, 3, 5);
        assertThat(UnitPruning.pruned(drawn, "", 0.99, false).model().architecture())
                .isEqualTo(new Architecture.Mlp(List.of(1, 1), Activation.TANH));
        assertThat(UnitPruning.pruned(drawn, "", 0.5, true).model().architecture())
                .isEqualTo(new Architecture.Mlp(List.of(3, 2), Activation.TANH));
        TrainedModel none = SmallNetwork.of(new Architecture.Softmax(), 4, 0, 3, 5);
        assertThatThrownBy(() -> UnitPruning.pruned(none, "", 0.5, false)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("--by magnitude");
    }

    /** What was taken away stays away, whatever the rule remembers; the rest learns. */
    @Test
    void whatIsGoneStaysGoneWhileTheRestIsTrained() {
        TrainedModel drawn = SmallNetwork.of(WIDE, 4, 0, 3, 5);
        double[] kept = WeightPruning.smallest(drawn, 0.6, false);
        Training how = new Training(rows(drawn, 200), 32, 3);
        double[] start = WeightPruning.applied(drawn.parameters(), kept);
        double[] row = how.on(drawn, drawn.model(), start, kept, 120, Progress.NONE);
        for (int i = 0; i < row.length; i++) {
            assertThat(row[i] == 0).as("%d", i).isEqualTo(kept[i] == 0);
        }
        assertThat(row).isNotEqualTo(start);
        assertThat(Arrays.stream(kept).filter(each -> each == 0).count()).isEqualTo(Math.round(0.6 * (24 + 30 + 15)));
    }

    @Test
    void lotsTakeAsManyAsSizesDo() {
        TrainedModel drawn = SmallNetwork.of(WIDE, 4, 0, 3, 5);
        double[] lots = WeightPruning.random(drawn, 0.6, true, 4);
        assertThat(Arrays.stream(lots).sum()).isEqualTo(Arrays.stream(WeightPruning.smallest(drawn, 0.6, true)).sum());
        assertThat(lots).isNotEqualTo(WeightPruning.random(drawn, 0.6, true, 5)).isEqualTo(WeightPruning.random(drawn, 0.6, true, 4));
    }
}
