package downhill.compress;

import downhill.data.CounterRandom;
import downhill.engine.graph.ParameterSlot;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which weights are taken away one by one: their places stay, and hold 0. */
public final class WeightPruning {
    private static final long PURPOSE = 1400;

    private WeightPruning() {
    }

    /**
     * The smallest weights by size, the first of equals first.
     *
     * @param share  of the weights that goes, from 0 to below 1
     * @param layers whether that share goes from each array, not from all of them together
     * @return [P]: 0 for what goes, 1 for all others
     */
    public static double[] smallest(TrainedModel model, double share, boolean layers) {
        double[] sizes = Arrays.stream(model.parameters()).map(Math::abs).toArray();
        return kept(model, sizes, share, layers);
    }

    /** As many, drawn by lot. */
    public static double[] random(TrainedModel model, double share, boolean layers, long seed) {
        double[] lots = IntStream.range(0, model.parameters().length).mapToDouble(i -> CounterRandom.uniform(seed, PURPOSE, i)).toArray();
        return kept(model, lots, share, layers);
    }

    private static double[] kept(TrainedModel model, double[] worth, double share, boolean layers) {
        double[] kept = new double[worth.length];
        Arrays.fill(kept, 1);
        List<ParameterSlot> arrays = ProductArrays.of(model);
        Stream<List<ParameterSlot>> together = layers ? arrays.stream().map(List::of) : Stream.of(arrays);
        together.forEach(group -> {
            int[] places = group.stream().flatMapToInt(slot -> IntStream.range(0, slot.size()).map(slot::position)).toArray();
            IntStream.of(places).boxed().sorted((a, b) -> Double.compare(worth[a], worth[b])).limit(Math.round(share * places.length))
                    .forEach(place -> kept[place] = 0);
        });
        return kept;
    }

    /** A row [P] with 0 in place of what goes. */
    public static double[] applied(double[] row, double[] kept) {
        return IntStream.range(0, row.length).mapToDouble(i -> kept[i] == 0 ? 0 : row[i]).toArray();
    }
}
