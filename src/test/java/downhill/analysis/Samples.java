package downhill.analysis;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.util.List;

/** Small data and models for tests. */
public final class Samples {
    /** 4-8-3 on the flowers. */
    public static final ModelSpec IRIS_MODEL = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH),
            Loss.CROSS_ENTROPY);
    public static final InputShape IRIS_SHAPE = InputShape.of(4);

    private Samples() {
    }

    public static Prepared prepared(String sample) {
        return DataSources.prepare(SampleData.of(sample).spec(), null, Progress.NONE);
    }

    public static Prepared iris() {
        return prepared("iris");
    }

    public static double[] irisStart(long seed) {
        return InitialValues.row(IRIS_MODEL, IRIS_SHAPE, 3, seed);
    }
}
