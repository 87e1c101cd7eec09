package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures explanations along a history: 10 columns, 100 rows, 50 steps, exact, against 10 background rows; run by hand. */
final class ExplainTiming {
    private static final int STEPS = 50;

    private ExplainTiming() {
    }

    public static void main(String[] args) {
        Table table = Made.table("a,b,c,d,e,f,g,h,i,j,y\n" + IntStream.range(0, 200).mapToObj(row -> IntStream.range(0, 11)
                .mapToObj(column -> String.valueOf(Math.sin(row * (column + 1.3) * 1.7))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n")));
        Prepared prepared = Made.prepared(table, "y");
        for (Activation activation : List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID)) {
            for (Precision precision : Precision.values()) {
                measure(table, prepared, new ModelSpec(new Architecture.Mlp(List.of(16, 16), activation), Loss.MSE), precision);
            }
        }
    }

    private static void measure(Table table, Prepared prepared, ModelSpec model, Precision precision) {
        double[] start = InitialValues.row(model, InputShape.of(10), 1, 1);
        try (Explained explained = Explained.of(model, prepared.preprocessing(), 1, start, precision)) {
            ExplainedRows all = explained.rows(table);
            ExplainedRows rows = all.pick(IntStream.range(100, 200).toArray());
            ExplainedRows background = all.pick(IntStream.range(0, 10).toArray());
            for (int round = 0; round < 2; round++) {
                time(model.architecture() + " " + precision, () -> IntStream.range(0, STEPS).forEach(step -> {
                    double[] row = InitialValues.row(model, InputShape.of(10), 1, step);
                    new Shap(explained.with(row), background, 2).of(rows, Progress.NONE);
                }));
            }
        }
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        long used = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        work.run();
        long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() - used;
        System.out.printf("%s: %.2f s, %.2f s of processor time%n", what, (System.nanoTime() - begin) * 1e-9, cpu * 1e-9);
    }
}
