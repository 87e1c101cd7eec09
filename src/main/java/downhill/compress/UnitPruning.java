package downhill.compress;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.HiddenUnits;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Hidden units and filters taken away whole, so that the network gets smaller. The least are those with the smallest product of what comes
 * in and what goes out, each the root of the sum of squares of its weights.
 */
public final class UnitPruning {
    private record Unit(int layer, int index, double worth) {
    }

    private final TrainedModel model;
    private final List<HiddenUnits> layers;
    private final ParameterLayout layout;

    private UnitPruning(TrainedModel model) {
        this.model = model;
        this.layers = Family.of(model.model().architecture()).units(model.model().architecture(), shape());
        this.layout = ProductArrays.layout(model);
        if (layers.isEmpty()) {
            throw new RefusedException(Said.of("compress.units.none", Family.of(model.model().architecture()).label()));
        }
    }

    private InputShape shape() {
        return InputShape.of(model.preprocessing().inputShape());
    }

    /**
     * A smaller network.
     *
     * @param share     of the units that goes, from 0 to below 1; each layer keeps one at least
     * @param eachLayer whether that share goes from each layer, not from all of them together
     * @throws RefusedException where the family has no units that can be taken one by one
     */
    public static TrainedModel pruned(TrainedModel model, String name, double share, boolean eachLayer) {
        UnitPruning pruning = new UnitPruning(model);
        return pruning.without(name, eachLayer ? pruning.leastOfEach(share) : pruning.least(share));
    }

    private List<Unit> units(int layer) {
        HiddenUnits units = layers.get(layer);
        return IntStream.range(0, units.count()).mapToObj(i -> new Unit(layer, i, norm(units.in(), i) * norm(units.out(), i)))
                .sorted(Comparator.comparingDouble(Unit::worth)).toList();
    }

    private double norm(List<HiddenUnits.Place> places, int unit) {
        double sum = 0;
        for (HiddenUnits.Place place : places) {
            ParameterSlot slot = layout.slot(place.array()).orElseThrow();
            for (int i = 0; i < slot.size() && place.counts(); i++) {
                double value = model.parameters()[slot.position(i)];
                sum += place.unit(slot, i) == unit ? value * value : 0;
            }
        }
        return Math.sqrt(sum);
    }

    private List<Unit> leastOfEach(double share) {
        return IntStream.range(0, layers.size()).boxed().flatMap(layer -> {
            int count = layers.get(layer).count();
            return units(layer).stream().limit(Math.min(count - 1, Math.round(share * count)));
        }).toList();
    }

    private List<Unit> least(double share) {
        List<Unit> all = new ArrayList<>();
        IntStream.range(0, layers.size()).forEach(layer -> all.addAll(units(layer).subList(0, layers.get(layer).count() - 1)));
        all.sort(Comparator.comparingDouble(Unit::worth));
        int count = layers.stream().mapToInt(HiddenUnits::count).sum();
        return all.subList(0, (int) Math.min(all.size(), Math.round(share * count)));
    }

    private TrainedModel without(String name, List<Unit> gone) {
        List<TreeSet<Integer>> kept = new ArrayList<>();
        layers.forEach(layer -> kept.add(new TreeSet<>(IntStream.range(0, layer.count()).boxed().toList())));
        gone.forEach(unit -> kept.get(unit.layer()).remove(unit.index()));
        Architecture was = model.model().architecture();
        Architecture smaller = Family.of(was).narrowed(was, kept.stream().map(TreeSet::size).toList());
        ModelSpec spec = model.model().withArchitecture(smaller);
        ParameterLayout to = ProductArrays.layout(model, spec);
        double[] row = new double[to.count()];
        layout.slots().forEach(slot -> copy(slot, to.slot(slot.name()).orElseThrow(), row, kept));
        return model.with(name, spec, row);
    }

    /** What remains of an array, in its order. */
    private void copy(ParameterSlot from, ParameterSlot to, double[] row, List<TreeSet<Integer>> kept) {
        boolean[] stays = new boolean[from.size()];
        Arrays.fill(stays, true);
        for (int layer = 0; layer < layers.size(); layer++) {
            for (HiddenUnits.Place place : layers.get(layer).places()) {
                for (int i = 0; place.array().equals(from.name()) && i < stays.length; i++) {
                    stays[i] &= kept.get(layer).contains(place.unit(from, i));
                }
            }
        }
        int next = 0;
        for (int i = 0; i < stays.length; i++) {
            if (stays[i]) {
                row[to.position(next++)] = model.parameters()[from.position(i)];
            }
        }
    }
}
