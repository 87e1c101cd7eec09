package downhill.race;

import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.StartPoint;

/**
 * A model with what the data give it: the shape of its inputs and how many outputs it has. So its parameters are known, and where they
 * start.
 *
 * @param outputs values that it answers for a row
 * @param layout  of its parameters
 */
record SizedModel(ModelSpec model, InputShape shape, int outputs, ParameterLayout layout) {
    static SizedModel of(Prepared prepared, ModelSpec model) {
        InputShape shape = Targets.shape(prepared);
        int outputs = Targets.outputs(prepared, model);
        return new SizedModel(model, shape, outputs, ModelBuilder.evaluation(model, shape, outputs, 1, false).layout());
    }

    /** First parameters [P] as drawn. */
    double[] initial(long seed) {
        return InitialValues.row(model, shape, outputs, seed);
    }

    /** First parameters [P] of a contender, which may start from another model. */
    double[] initial(ContenderSpec spec, long seed, Prepared prepared) {
        StartPoint start = spec.settledWeights().start();
        return start == null ? initial(seed) : new StartFit(start, model, prepared).row(layout, initial(seed));
    }

    /** Rows of a batch of which {@code requested} are asked for: 0, and more than there are, are all. */
    static int batch(int requested, int rows) {
        return requested <= 0 || requested > rows ? rows : requested;
    }
}
