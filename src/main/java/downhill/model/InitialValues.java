package downhill.model;

import downhill.data.CounterRandom;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.ParameterRole.Kind;
import java.util.function.IntToDoubleFunction;

/**
 * First values of a parameter row. Each is a function of the seed and its index in the row alone, so a row can be made
 * again anywhere. Weights follow the scheme. Biases are zero, but within PyTorch's bound under TORCH; gains of a layer norm
 * are 1; learned positions are normal with σ = 0.02 unless the scheme is ZEROS, CONSTANT or NORMAL.
 */
public final class InitialValues {
    private static final double POSITION_DEVIATION = 0.02;

    private final Initializer initializer;
    /** Name of the weights of the last layer. */
    private final String last;
    private final long seed;

    private InitialValues(Initializer initializer, String last, long seed) {
        this.initializer = initializer;
        this.last = last;
        this.seed = seed;
    }

    /**
     * The row a model starts from.
     *
     * @return [P], in the order of the model's layout
     * @throws ModelException where the model does not fit the data
     */
    public static double[] row(ModelSpec spec, InputShape shape, int outputs, long seed) {
        Layers layers = ModelBuilder.oneRow(spec, shape, outputs);
        ParameterLayout layout = layers.graph().layout();
        String last = layers.roles().stream().filter(role -> role.kind() == Kind.WEIGHT).map(ParameterRole::name)
                .reduce("", (before, name) -> name);
        InitialValues values = new InitialValues(spec.initializer(), last, seed);
        double[] row = new double[layout.count()];
        for (ParameterRole role : layers.roles()) {
            values.fill(row, layout.slot(role.name()).orElseThrow(), role);
        }
        return row;
    }

    private void fill(double[] row, ParameterSlot slot, ParameterRole role) {
        IntToDoubleFunction draw = distribution(role);
        for (int i = 0; i < slot.size(); i++) {
            int at = slot.position(i);
            row[at] = draw.applyAsDouble(at);
        }
    }

    private IntToDoubleFunction distribution(ParameterRole role) {
        boolean torch = initializer.scheme() == Initializer.Scheme.TORCH;
        return switch (role.kind()) {
            case GAIN -> constant(1);
            case BIAS -> torch && role.bound() > 0 ? uniform(role.bound()) : constant(0);
            case WEIGHT, POSITION -> weight(role);
        };
    }

    private IntToDoubleFunction weight(ParameterRole role) {
        double fans = role.fanIn() + role.fanOut();
        boolean position = role.kind() == Kind.POSITION;
        return switch (initializer.scheme()) {
            case ZEROS -> constant(0);
            case CONSTANT -> constant(initializer.value());
            case NORMAL -> normal(initializer.value());
            case TORCH -> position ? normal(POSITION_DEVIATION) : uniform(role.bound());
            case XAVIER_UNIFORM -> position ? normal(POSITION_DEVIATION) : uniform(Math.sqrt(6 / fans));
            case XAVIER_NORMAL -> normal(position ? POSITION_DEVIATION : Math.sqrt(2 / fans));
            case MU_P -> normal(position ? POSITION_DEVIATION : muP(role));
            case HE_NORMAL -> normal(position ? POSITION_DEVIATION : Math.sqrt(2.0 / role.fanIn()));
        };
    }

    private double muP(ParameterRole role) {
        return 1 / (role.name().equals(last) ? role.fanIn() : Math.sqrt(role.fanIn()));
    }

    private static IntToDoubleFunction constant(double value) {
        return at -> value;
    }

    private IntToDoubleFunction uniform(double bound) {
        return at -> bound * (2 * CounterRandom.uniform(seed, CounterRandom.INITIAL_VALUES, at) - 1);
    }

    private IntToDoubleFunction normal(double deviation) {
        return at -> deviation * CounterRandom.gaussian(seed, CounterRandom.INITIAL_VALUES, at);
    }
}
