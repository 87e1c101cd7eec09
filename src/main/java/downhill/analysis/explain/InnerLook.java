package downhill.analysis.explain;

import downhill.analysis.predict.ModelView;
import downhill.engine.Precision;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Inside;
import downhill.model.ModelBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The inside of a model that answers alone: what its first layer weighs, which units a row lights up, where attention looks. */
public final class InnerLook {
    private static final Pattern FIRST = Pattern.compile("dense1\\.weight|(rnn|lstm|gru)\\.input\\..*|embed(\\.weight)?");

    private final Explained explained;
    private final ModelPart part;

    /**
     * A unit and its value.
     *
     * @param layer as views are called, such as {@code dense1.activation}
     * @param unit  from 0 within the layer
     */
    public record Lit(String layer, int unit, double value) {
    }

    /**
     * Where attention looks.
     *
     * @param layer as views are called
     * @param heads [heads][time][time], from where to where; each row of a head has the sum 1
     */
    public record Attention(String layer, double[][][] heads) {
    }

    private InnerLook(Explained explained) {
        this.explained = explained;
        this.part = explained.parts().get(0);
    }

    /** Of a model alone; null of several that answer as one, which have no inside in common. */
    public static InnerLook of(Explained explained) {
        return explained.parts().size() == 1 ? new InnerLook(explained) : null;
    }

    /**
     * How much the first layer weighs each column: the root of the sum over its inputs of their mean squared weight. Inputs are scaled, so
     * columns can be compared; what later layers make of it is not seen.
     *
     * @return null where the first layer weighs no single inputs: of images and of polynomials
     */
    public double[] firstWeights() {
        List<ParameterSlot> slots = ModelBuilder.prediction(part.model(), part.shape(), part.outputs(), 1, false).layout().slots().stream()
                .filter(slot -> slot.shape().length == 2 && FIRST.matcher(slot.name()).matches()
                        && part.shape().size() % slot.shape()[0] == 0 && fits(slot)).toList();
        if (slots.isEmpty()) {
            return null;
        }
        return explained.columns().stream().mapToDouble(column -> Math.sqrt(Arrays.stream(column.numbers())
                .filter(number -> number < part.shape().size())
                .mapToDouble(number -> slots.stream().mapToDouble(slot -> square(slot, number % slot.shape()[0])).sum()).sum())).toArray();
    }

    private boolean fits(ParameterSlot slot) {
        return slot.shape()[0] == part.shape().size() || slot.shape()[0] == part.preprocessing().width();
    }

    private double square(ParameterSlot slot, int input) {
        int units = slot.shape()[1];
        return IntStream.range(0, units).mapToDouble(unit -> part.parameters()[slot.position(input * units + unit)])
                .map(weight -> weight * weight / units).sum();
    }

    /** Units of a row [size], those farthest from 0 first; attention is not among them. */
    public List<Lit> lit(double[] row, int most) {
        List<Lit> lit = new ArrayList<>();
        for (String name : ModelView.names(part.model(), part.shape(), part.outputs())) {
            if (!Inside.ATTENTION.shows(name)) {
                double[] values = view(name, row).values();
                IntStream.range(0, values.length).forEach(unit -> lit.add(new Lit(name, unit, values[unit])));
            }
        }
        lit.sort((a, b) -> Double.compare(Math.abs(b.value), Math.abs(a.value)));
        return List.copyOf(lit.subList(0, Math.min(most, lit.size())));
    }

    /** Attention of a row [size], block by block; empty of models without it. */
    public List<Attention> attention(double[] row) {
        return ModelView.names(part.model(), part.shape(), part.outputs()).stream().filter(Inside.ATTENTION::shows)
                .map(name -> attention(name, view(name, row))).toList();
    }

    private static Attention attention(String name, ModelView view) {
        int time = view.shape()[3];
        double[][][] heads = new double[view.shape()[1]][time][time];
        for (int i = 0; i < view.values().length; i++) {
            heads[i / (time * time)][i / time % time][i % time] = view.values()[i];
        }
        return new Attention(name, heads);
    }

    private ModelView view(String name, double[] row) {
        return ModelView.of(part.model(), part.shape(), part.outputs(), Precision.DOUBLE, part.parameters(),
                part.inputs(row, explained.size()), name);
    }
}
