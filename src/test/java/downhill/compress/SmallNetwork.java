package downhill.compress;

import downhill.data.ColumnType;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.data.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small models of numbers as they are. */
final class SmallNetwork {
    private SmallNetwork() {
    }

    /** Of {@code classes} classes, its numbers drawn; an image of one channel where its side is above 0. */
    static TrainedModel of(Architecture architecture, int inputs, int side, int classes, long seed) {
        ModelSpec spec = new ModelSpec(architecture, Loss.CROSS_ENTROPY);
        Preprocessing steps = steps(inputs, side, classes);
        double[] row = InitialValues.row(spec, InputShape.of(steps.inputShape()), classes, seed);
        return new TrainedModel("drawn", spec, steps, classes, row, origin(seed));
    }

    static TrainedModel.Origin origin(long seed) {
        return new TrainedModel.Origin("adam", Map.of("learningRate", 0.01), 0, seed, "float", "FINISHED", Double.NaN, Double.NaN);
    }

    static Preprocessing steps(int inputs, int side, int classes) {
        List<FeatureStep> features = IntStream.range(0, inputs).mapToObj(i -> (FeatureStep) new FeatureStep.Numeric("x" + i,
                ColumnType.NUMBER, null, Scaling.NONE, 0, 1)).toList();
        return new Preprocessing(features, new TargetStep.ClassTarget("y", IntStream.range(0, classes).mapToObj(i -> "c" + i).toList()),
                TaskKind.MULTICLASS, side > 0 ? new ImageSpec(1, side, side) : null, null, null);
    }
}
