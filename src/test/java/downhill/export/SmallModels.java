package downhill.export;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Level;
import downhill.data.NumberColumn;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.Initializer;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** Linear models of columns of one's own. */
final class SmallModels {
    private SmallModels() {
    }

    /** That predicts a number of single rows. */
    static TrainedEnsemble number(FeatureStep... features) {
        TargetStep target = new TargetStep.NumberTarget("y", 0.5, 2);
        return model(Architecture.Linear::new, Loss.HUBER, 1,
                new Preprocessing(List.of(features), target, TaskKind.REGRESSION, null, null, null));
    }

    /** That tells three classes apart. */
    static TrainedEnsemble classes(FeatureStep... features) {
        TargetStep target = new TargetStep.ClassTarget("y", List.of("one", "two", "three"));
        return model(Architecture.Softmax::new, Loss.CROSS_ENTROPY, 3,
                new Preprocessing(List.of(features), target, TaskKind.MULTICLASS, null, null, null));
    }

    /** That predicts a number of windows. */
    static TrainedEnsemble series(int window, int horizon, FeatureStep... features) {
        TargetStep target = new TargetStep.NumberTarget("y", 0.5, 2);
        return model(Architecture.Linear::new, Loss.HUBER, 1, new Preprocessing(List.of(features), target, TaskKind.REGRESSION, null,
                new SequenceSpec(window, horizon, 1, Level.NONE), null));
    }

    private static TrainedEnsemble model(Supplier<Architecture> of, Loss loss, int outputs, Preprocessing steps) {
        ModelSpec spec = new ModelSpec(of.get(), loss, Initializer.DEFAULT, 0);
        double[] row = InitialValues.row(spec, InputShape.of(steps.inputShape()), outputs, 7);
        return TrainedEnsemble.of(new TrainedModel("small", spec, steps, outputs, row,
                new TrainedModel.Origin("adam", Map.of(), 10, 7, "float", "FINISHED", 1, 1)));
    }

    /** Scaled by 3 around 2. */
    static FeatureStep.Numeric column(String name, Double fill) {
        return new FeatureStep.Numeric(name, ColumnType.NUMBER, fill, Scaling.STANDARD, 2, 3);
    }

    static FeatureStep.OneHot label(String name, String fill, String... categories) {
        return new FeatureStep.OneHot(name, ColumnType.CATEGORY, List.of(categories), fill);
    }

    static NumberColumn values(String name, int rows, IntToDoubleFunction of) {
        double[] values = new double[rows];
        Arrays.setAll(values, of);
        return new NumberColumn(name, values);
    }

    static Table table(Column... columns) {
        return new Table(List.of(columns));
    }
}
