package downhill.cli.conform;

import downhill.engine.Precision;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.train.ForwardPass;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.ModelBuilder;
import downhill.model.ModelGraph;
import downhill.model.Prediction;
import downhill.optim.Penalty;
import downhill.store.ConformanceCase;
import downhill.store.UnsupportedCaseException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A training on given batches. Batches of several sizes are several stacks that hand their state on to one another. */
final class ModelTrajectory {
    private final ConformanceCase recorded;
    private final ConformanceCase.OnModel training;
    private final Map<Integer, TrainingStack> stacks = new HashMap<>();
    private ParameterLayout layout;

    ModelTrajectory(ConformanceCase recorded, ConformanceCase.OnModel training) {
        this.recorded = recorded;
        this.training = training;
    }

    double deviation() {
        try {
            return compared();
        } finally {
            stacks.values().forEach(TrainingStack::close);
        }
    }

    private double compared() {
        Deviation deviation = new Deviation();
        TrainingStack stack = stack(batch(0));
        stack.restore(List.of(RunState.initial(initial())));
        StepLog log = new StepLog(1, 1, 0);
        for (int step = 0; step < recorded.steps(); step++) {
            TrainingStack next = stack(batch(step));
            if (next != stack) {
                next.restore(List.of(stack.save(0)));
                stack = next;
            }
            stack.advance(1, log);
            if (training.losses() != null) {
                deviation.add(log.loss(0, 0), training.losses()[step]);
            }
        }
        double[] parameters = new double[layout.count()];
        stack.parameters(0, parameters);
        compareArrays(parameters, deviation);
        if (training.output() != null) {
            deviation.add(output(parameters), training.output());
        }
        return deviation.worst();
    }

    private int batch(int step) {
        return training.batches() == null || step >= training.batches().length ? training.rows() : training.batches()[step].length;
    }

    private TrainingStack stack(int batch) {
        return stacks.computeIfAbsent(batch, size -> {
            ModelGraph model = ModelBuilder.build(training.model(), training.shape(), training.outputs(), size, false);
            layout = model.layout();
            TrainingData.BatchOrder order = training.batches() == null ? null
                    : (step, rows) -> System.arraycopy(training.batches()[(int) step], 0, rows, 0, rows.length);
            TrainingData data = new TrainingData(training.rows(), training.x(), training.y(), null, order);
            Penalty penalty = new Penalty(training.l1(), training.l2());
            return new TrainingStack(new TrainingGraph(model.loss(), model.x(), model.y(), List.of()), data,
                    List.of(Conformance.run(recorded, penalty)), Precision.DOUBLE, 1);
        });
    }

    private double[] initial() {
        double[] row = new double[layout.count()];
        Arrays.fill(row, Double.NaN);
        training.initial().forEach((name, values) -> {
            ParameterSlot slot = slot(name, values);
            for (int i = 0; i < values.length; i++) {
                row[slot.position(i)] = values[i];
            }
        });
        if (Arrays.stream(row).anyMatch(Double::isNaN)) {
            throw new UnsupportedCaseException(Said.of("case.initial",
                    String.join(", ", layout.slots().stream().map(ParameterSlot::name).toList())));
        }
        return row;
    }

    private ParameterSlot slot(String name, double[] values) {
        ParameterSlot slot = layout.slot(name).orElseThrow(() -> UnsupportedCaseException.unknown("case.array", name));
        if (slot.size() != values.length) {
            throw new UnsupportedCaseException(Said.of("case.count", name, values.length, slot.size()));
        }
        return slot;
    }

    private void compareArrays(double[] parameters, Deviation deviation) {
        training.arrays().forEach((name, values) -> {
            ParameterSlot slot = slot(name, values);
            for (int i = 0; i < values.length; i++) {
                deviation.add(parameters[slot.position(i)], values[i]);
            }
        });
    }

    private double[] output(double[] parameters) {
        int rows = training.output().length / training.outputs();
        Prediction model = ModelBuilder.prediction(training.model(), training.shape(), training.outputs(), rows, false);
        try (ForwardPass pass = new ForwardPass(model.x(), model.output(), Precision.DOUBLE)) {
            pass.parameters(parameters);
            return pass.output(Arrays.copyOf(training.x(), rows * training.shape().size()));
        }
    }
}
