package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.Examples;
import downhill.data.Relation;
import downhill.data.Scaling;
import downhill.data.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Turns steps on plain numbers into steps relative to each window's level; their constants come from the training windows. */
final class LevelFitter {
    private final Table table;
    private final DataSpec spec;
    private final int[] trainingTargets;
    private final int rows;

    /**
     * @param trainingTargets target rows of the training windows
     * @param rows            rows from the first that belong to training
     */
    LevelFitter(Table table, DataSpec spec, int[] trainingTargets, int rows) {
        this.table = table;
        this.spec = spec;
        this.trainingTargets = trainingTargets;
        this.rows = rows;
    }

    Preprocessing fit(Preprocessing plain) {
        Preprocessing relative = plain.withSteps(plain.features().stream().map(this::relative).toList(), relative(plain.target()));
        Examples windows = new RowPreparer(relative, table).windows(trainingTargets);
        return relative.withSteps(scaled(relative, windows), scaled(relative.target(), windows));
    }

    private FeatureStep relative(FeatureStep step) {
        return step instanceof FeatureStep.Numeric number ? new FeatureStep.Relative(number.column(), number.type(), number.fill(),
                relation(number.column(), number.type()), Scaling.NONE, 0, 1) : step;
    }

    private TargetStep relative(TargetStep step) {
        return step instanceof TargetStep.NumberTarget
                ? new TargetStep.RelativeTarget(step.column(), relation(step.column(), ColumnType.NUMBER), 0, 1) : step;
    }

    private Relation relation(String name, ColumnType type) {
        Column column = table.column(name);
        boolean positive = type == ColumnType.NUMBER
                && IntStream.range(0, rows).noneMatch(row -> column.number(row) <= 0);
        return positive ? Relation.RATIO : Relation.DIFFERENCE;
    }

    private List<FeatureStep> scaled(Preprocessing steps, Examples windows) {
        return IntStream.range(0, steps.features().size()).mapToObj(i -> scaled(steps, i, windows)).toList();
    }

    private FeatureStep scaled(Preprocessing steps, int index, Examples windows) {
        if (!(steps.features().get(index) instanceof FeatureStep.Relative step)) {
            return steps.features().get(index);
        }
        int width = steps.width();
        int offset = steps.offset(index);
        int length = spec.sequence().window();
        double[] values = new double[windows.count() * length];
        double[] window = new double[length * width];
        for (int row = 0; row < windows.count(); row++) {
            windows.values().copy(row, window, 0);
            for (int i = 0; i < length; i++) {
                values[row * length + i] = window[i * width + offset];
            }
        }
        StepFitter.Constants constants = StepFitter.constants(spec.scaling(), values, spec.edition());
        return new FeatureStep.Relative(step.column(), step.type(), step.fill(), step.relation(), spec.scaling(), constants.center(),
                constants.scale());
    }

    private TargetStep scaled(TargetStep target, Examples windows) {
        if (!spec.scaleTarget() || !(target instanceof TargetStep.RelativeTarget step)) {
            return target;
        }
        StepFitter.Constants constants = StepFitter.constants(Scaling.STANDARD, windows.targets(), spec.edition());
        return new TargetStep.RelativeTarget(step.column(), step.relation(), constants.center(), constants.scale());
    }
}
