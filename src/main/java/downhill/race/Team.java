package downhill.race;

import downhill.engine.Precision;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingStack;
import downhill.race.document.ContenderSpec;
import downhill.race.document.TrainingSpec;
import downhill.race.history.ContenderHistory;
import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Contenders at the same step with the same batch size, trained as rows of one stack. */
final class Team implements AutoCloseable {
    private static final int LOG_NUMBERS = 1 << 20;
    private static final int LONGEST = 4096;

    private final List<Lane> lanes;
    private final int[] firstRow;
    private final TrainingStack stack;
    private StepLog log;
    private double[] values;
    private double[] rates;
    private int[] watched;
    private double secondsPerStep = Double.NaN;

    Team(Task task, TrainingSpec training, Precision precision, int threads, List<Lane> members, int[] watched) {
        lanes = new ArrayList<>(members);
        lanes.sort(Comparator.comparing(lane -> lane.rule.id() + lane.rule.text()));
        firstRow = new int[lanes.size()];
        List<RunSpec> runs = new ArrayList<>();
        List<RunState> states = new ArrayList<>();
        List<TrainingData> data = new ArrayList<>();
        for (int i = 0; i < firstRow.length; i++) {
            Lane lane = lanes.get(i);
            firstRow[i] = runs.size();
            for (int seed = 0; seed < lane.seeds.length; seed++) {
                runs.add(lane.runSpec(seed, training, task.layout()));
                data.add(task.of(lane.id).data());
                states.add(lane.states[seed]);
            }
        }
        int batch = lanes.get(0).batch;
        boolean alike = data.stream().allMatch(each -> each == data.get(0));
        boolean apart = !alike || task.seedsMatter(batch) && runs.stream().mapToLong(RunSpec::seed).distinct().count() > 1;
        stack = task.stack(batch, apart, alike ? data.subList(0, 1) : data, runs, precision, threads);
        stack.restore(states);
        watch(watched);
        lanes.forEach(this::applyChanges);
        lanes.forEach(lane -> lane.states = null);
    }

    /** Puts all lanes where their states say, without compiling anything anew. False where they are not at one step. */
    boolean restore() {
        boolean together = lanes.stream().allMatch(lane -> lane.running() && lane.states != null)
                && lanes.stream().mapToLong(lane -> lane.step).distinct().count() == 1;
        if (!together) {
            return false;
        }
        List<RunState> states = new ArrayList<>();
        for (Lane lane : lanes) {
            double[] values = lane.valuesBefore(lane.step);
            for (int seed = 0; seed < lane.seeds.length; seed++) {
                for (int i = 0; i < values.length; i++) {
                    stack.setHyperparameter(row(lane) + seed, lane.rule.hyperparameters().get(i).key(), values[i]);
                }
                states.add(lane.states[seed]);
            }
        }
        stack.restore(states);
        lanes.forEach(this::applyChanges);
        lanes.forEach(lane -> lane.states = null);
        return true;
    }

    List<Lane> lanes() {
        return lanes;
    }

    void watch(int[] parameters) {
        watched = parameters;
        int capacity = Math.max(64, Math.min(LONGEST, LOG_NUMBERS / (stack.runs() * (2 + watched.length))));
        log = new StepLog(stack.runs(), capacity, watched.length);
        values = new double[capacity];
        rates = new double[capacity];
        stack.watch(watched);
    }

    private int row(Lane lane) {
        return firstRow[lanes.indexOf(lane)];
    }

    /** Changes that the document has at the very step the lane is at. */
    void applyChanges(Lane lane) {
        for (ContenderSpec.Change change : lane.spec.changes()) {
            if (change.step() == lane.step) {
                for (int seed = 0; seed < lane.seeds.length; seed++) {
                    stack.setHyperparameter(row(lane) + seed, change.key(), change.value());
                }
            }
        }
    }

    void observe(Lane lane, double loss) {
        for (int seed = 0; seed < lane.seeds.length; seed++) {
            stack.observe(row(lane) + seed, loss);
        }
    }

    double[][] parameters(Lane lane) {
        double[][] rows = new double[lane.seeds.length][stack.parameterCount()];
        for (int seed = 0; seed < rows.length; seed++) {
            stack.parameters(row(lane) + seed, rows[seed]);
        }
        return rows;
    }

    /** With which the model is asked: the parameters, or the state that the rule keeps beside them. */
    double[][] answers(Lane lane) {
        return lane.rule.answerRow() < 0 ? parameters(lane)
                : Arrays.stream(save(lane)).map(RunState::answer).toArray(double[][]::new);
    }

    /** Where its first seed is. */
    PathPoint point(Lane lane) {
        double[] parameters = new double[stack.parameterCount()];
        stack.parameters(row(lane), parameters);
        return lane.rule.answerRow() < 0 ? new PathPoint(lane.step, parameters)
                : new PathPoint(lane.step, parameters, stack.save(row(lane)).answer());
    }

    RunState[] save(Lane lane) {
        RunState[] states = new RunState[lane.seeds.length];
        Arrays.setAll(states, seed -> stack.save(row(lane) + seed));
        return states;
    }

    /** Seconds that one step of all lanes takes, NaN before the first. */
    double secondsPerStep() {
        return secondsPerStep;
    }

    int capacity() {
        return log.capacity();
    }

    /** Trains all lanes and lets each record what happened; one whose loss is no longer finite ends as diverged. */
    void advance(int steps, StepSink sink) {
        long begin = System.nanoTime();
        stack.advance(steps, log);
        for (int i = 0; i < firstRow.length; i++) {
            record(lanes.get(i), firstRow[i], sink);
        }
        double measured = (System.nanoTime() - begin) * 1e-9 / steps;
        secondsPerStep = Double.isNaN(secondsPerStep) ? measured : 0.7 * secondsPerStep + 0.3 * measured;
    }

    private void record(Lane lane, int row, StepSink sink) {
        int finite = finiteSteps(lane, row);
        long first = log.firstStep();
        int known = (int) Math.max(0, Math.min(finite, lane.history.end() - first));
        if (lane.recording) {
            recordSteps(lane, row, known, finite);
        }
        if (sink != null && lane.recording && finite > known) {
            tell(sink, lane, row, known, finite);
        }
        remember(lane, row, finite);
        int last = Math.min(finite, log.count() - 1);
        lane.loss = mean(lane, row, last);
        lane.rate = log.rate(row, last);
        for (int seed = 0; seed < lane.seeds.length; seed++) {
            lane.seedLosses[seed] = log.loss(row + seed, last);
        }
        if (finite < log.count()) {
            lane.diverge(first + finite);
        } else {
            lane.step = first + finite;
            lane.measured = null;
        }
    }

    private void remember(Lane lane, int row, int finite) {
        RecentLosses recent = lane.recent();
        for (int i = Math.max(0, finite - recent.window()); i < finite; i++) {
            recent.mean(log.firstStep() + i, mean(lane, row, i));
            for (int seed = 0; seed < lane.seeds.length; seed++) {
                recent.seed(seed, log.firstStep() + i, log.loss(row + seed, i));
            }
        }
    }

    private int finiteSteps(Lane lane, int row) {
        for (int i = 0; i < log.count(); i++) {
            for (int seed = 0; seed < lane.seeds.length; seed++) {
                if (!Double.isFinite(log.loss(row + seed, i))) {
                    return i;
                }
            }
        }
        return log.count();
    }

    private double mean(Lane lane, int row, int i) {
        double sum = 0;
        for (int seed = 0; seed < lane.seeds.length; seed++) {
            sum += log.loss(row + seed, i);
        }
        return sum / lane.seeds.length;
    }

    /** Each curve in one go: its memory is then touched once for all steps of the log. */
    private void recordSteps(Lane lane, int row, int known, int finite) {
        ContenderHistory history = lane.history;
        for (int k = 0; k < watched.length; k++) {
            log.values(row, k, values);
            history.parameter(watched[k], log.firstStep(), values, finite);
        }
        for (int i = known; i < finite; i++) {
            values[i] = mean(lane, row, i);
            rates[i] = log.rate(row, i);
        }
        history.steps(values, rates, known, finite);
        for (int i = known; i < finite && lane.seeds.length > 1; i++) {
            recordBand(history, row, lane.seeds.length, i);
        }
    }

    private void recordBand(ContenderHistory history, int row, int seeds, int i) {
        double low = log.loss(row, i);
        double high = low;
        for (int seed = 1; seed < seeds; seed++) {
            low = Math.min(low, log.loss(row + seed, i));
            high = Math.max(high, log.loss(row + seed, i));
        }
        history.band(low, high);
    }

    private void tell(StepSink sink, Lane lane, int row, int from, int to) {
        double[] losses = new double[to - from];
        double[] rates = new double[to - from];
        for (int i = from; i < to; i++) {
            losses[i - from] = mean(lane, row, i);
            rates[i - from] = log.rate(row, i);
        }
        sink.steps(lane.id, log.firstStep() + from, losses, rates, to - from);
        if (lane.seeds.length > 1) {
            sink.seeds(lane.id, log.firstStep() + from, lane.seeds, seedLosses(lane, row, from, to), to - from);
        }
    }

    private double[][] seedLosses(Lane lane, int row, int from, int to) {
        double[][] losses = new double[lane.seeds.length][to - from];
        for (int seed = 0; seed < losses.length; seed++) {
            for (int i = from; i < to; i++) {
                losses[seed][i - from] = log.loss(row + seed, i);
            }
        }
        return losses;
    }

    /** Hands the states back to the lanes that still run, then frees the engine's memory. */
    @Override
    public void close() {
        try {
            lanes.stream().filter(lane -> lane.running() && lane.step == stack.step() && lane.states == null)
                    .forEach(lane -> lane.states = save(lane));
        } finally {
            stack.close();
        }
    }
}
