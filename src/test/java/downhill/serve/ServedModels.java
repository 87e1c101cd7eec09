package downhill.serve;

import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.ImportOptions;
import downhill.data.Reading;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small model of a number, a category and a date. */
final class ServedModels {
    private ServedModels() {
    }

    /** Written to a file; another seed answers otherwise. */
    static Path write(Path file, long seed) {
        List<FeatureStep> features = List.of(new FeatureStep.Numeric("size", ColumnType.NUMBER, null, Scaling.STANDARD, 5, 2),
                new FeatureStep.OneHot("kind", ColumnType.CATEGORY, List.of("red", "green"), "red"),
                new FeatureStep.Numeric("day", ColumnType.DATE, 10000.0, Scaling.STANDARD, 10000, 500));
        Map<String, ColumnReading> columns = new LinkedHashMap<>();
        columns.put("size", new ColumnReading("size", 1, ColumnType.NUMBER, null, false, 0.0, 10.0));
        columns.put("kind", new ColumnReading("kind", 1, ColumnType.CATEGORY, null, false, null, null));
        columns.put("day", new ColumnReading("day", 1, ColumnType.DATE, null, false, 9000.0, 11000.0));
        columns.put("y", new ColumnReading("y", 1, ColumnType.CATEGORY, null, false, null, null));
        Preprocessing steps = new Preprocessing(features, new TargetStep.ClassTarget("y", List.of("one", "two", "three")),
                TaskKind.MULTICLASS, null, null, new Reading(true, ".", null, ImportOptions.MISSING_TEXTS, false, columns, null));
        ModelSpec spec = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY, Initializer.DEFAULT, 0);
        double[] row = InitialValues.row(spec, InputShape.of(steps.inputShape()), 3, seed);
        ModelStore.write(file, new TrainedModel("small", spec, steps, 3, row,
                new TrainedModel.Origin("adam", Map.of(), 10, seed, "float", "FINISHED", 1, 1)));
        return file;
    }
}
