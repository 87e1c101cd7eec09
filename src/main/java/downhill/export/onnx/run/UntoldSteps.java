package downhill.export.onnx.run;

import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.ImportOptions;
import downhill.data.Reading;
import downhill.data.Scaling;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How rows of a file are read for an ONNX file that does not say it: each input is the column of its name, a number or a text; or one
 * input takes all columns but the target side by side, in their order. What is missing goes in as NaN or an empty text.
 */
public final class UntoldSteps {
    private static final String TARGET = "prediction";

    private final OnnxRun run;
    private final String target;
    private final List<String> columns;

    private UntoldSteps(OnnxRun run, List<String> names, String target) {
        this.run = run;
        String noted = run.note("target").isEmpty() ? TARGET : run.note("target");
        this.target = target == null ? noted : target;
        this.columns = run.isTable() ? names.stream().filter(name -> !name.equals(this.target)).toList() : run.columns();
    }

    /**
     * The steps.
     *
     * @param names   of the columns of the rows' file, in order
     * @param target  column; null where it does not matter
     * @param classes their names in the order of what comes out; none where that is not known
     * @throws RefusedException where the file asks for something else than columns
     */
    public static Preprocessing of(OnnxRun run, List<String> names, String target, List<String> classes) {
        return new UntoldSteps(run, names, target).make(classes);
    }

    private Preprocessing make(List<String> told) {
        requireColumns();
        int width = run.answers(List.of(List.of(zeros())))[0].length;
        List<String> classes = classes(told, width);
        TargetStep step = classes.isEmpty() ? new TargetStep.NumberTarget(target, 0, 1) : new TargetStep.ClassTarget(target, classes);
        List<FeatureStep> features = IntStream.range(0, columns.size()).mapToObj(this::feature).toList();
        return new Preprocessing(features, step, task(classes.size()), null, null, reading(features));
    }

    private void requireColumns() {
        if (run.isTable()) {
            int width = run.inputs().get(0).width();
            if (width > 0 && width != columns.size()) {
                throw new RefusedException(Said.of("export.onnx.width", run.inputs().get(0).name(), width, columns.size()));
            }
            return;
        }
        for (OnnxInput input : run.inputs()) {
            if (input.rank() < 1 || input.rank() > 2 || input.rank() == 2 && Math.abs(input.width()) != 1
                    || !input.texts() && !input.numbers()) {
                throw new RefusedException(Said.of("export.onnx.input", input.name()));
            }
        }
    }

    private List<Object> zeros() {
        return new ArrayList<>(IntStream.range(0, columns.size()).mapToObj(i -> texts(i) ? (Object) "" : (Object) 0.0).toList());
    }

    private boolean texts(int column) {
        return !run.isTable() && run.inputs().get(column).texts();
    }

    private List<String> classes(List<String> told, int width) {
        if (width == 1) {
            return List.of();
        }
        List<String> noted = told.isEmpty() && !run.note("classes").isEmpty() ? List.of(run.note("classes").split("\n")) : told;
        List<String> classes = noted.isEmpty() ? IntStream.range(0, width).mapToObj(Integer::toString).toList() : noted;
        if (classes.size() != width || classes.stream().distinct().count() < width) {
            throw new RefusedException(Said.of("export.onnx.classes", width, String.join(", ", classes)));
        }
        return classes;
    }

    private static TaskKind task(int classes) {
        if (classes == 0) {
            return TaskKind.REGRESSION;
        }
        return classes == 2 ? TaskKind.BINARY : TaskKind.MULTICLASS;
    }

    /** What takes the place of a missing value is left to the file. */
    private FeatureStep feature(int i) {
        String column = columns.get(i);
        if (texts(i)) {
            return new FeatureStep.OneHot(column, ColumnType.CATEGORY, List.of(), "");
        }
        boolean date = List.of(run.note("dates").split("\n")).contains(column);
        return new FeatureStep.Numeric(column, date ? ColumnType.DATE : ColumnType.NUMBER, 0.0, Scaling.NONE, 0, 1);
    }

    private static Reading reading(List<FeatureStep> features) {
        Map<String, ColumnReading> columns = new LinkedHashMap<>();
        features.forEach(step -> columns.put(step.column(), new ColumnReading(step.column(), 1, step.type(), null, false, null, null)));
        return new Reading(true, null, null, ImportOptions.MISSING_TEXTS, false, Collections.unmodifiableMap(columns), null);
    }
}
