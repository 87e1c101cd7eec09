package downhill.engine.train;

import downhill.optim.Rule;
import downhill.optim.ScheduleRun;
import java.util.List;

/** Hyperparameters of some runs as they are now, and the schedules of their learning rates. Different threads may ask of different runs. */
final class RunRates {
    private final List<RunSpec> specs;
    private final double[][] base;
    private final double[][] current;
    private final ScheduleRun[] schedules;

    RunRates(List<RunSpec> specs) {
        this.specs = specs;
        base = specs.stream().map(spec -> spec.hyperparameters().clone()).toArray(double[][]::new);
        current = specs.stream().map(spec -> spec.hyperparameters().clone()).toArray(double[][]::new);
        schedules = new ScheduleRun[specs.size()];
        for (int run = 0; run < schedules.length; run++) {
            newSchedule(run);
        }
    }

    /** Whether a run has a learning rate. */
    boolean has(int run) {
        return index(run) >= 0;
    }

    private int index(int run) {
        return specs.get(run).rule().learningRateIndex();
    }

    /** Gives all runs the rates of a step. */
    void schedule(long step) {
        for (int run = 0; run < schedules.length; run++) {
            schedule(run, step);
        }
    }

    /** Gives a run the rate of a step; its hyperparameters. */
    double[] schedule(int run, long step) {
        if (has(run)) {
            current[run][index(run)] = schedules[run].learningRate(step);
        }
        return current[run];
    }

    /** By run, the learning rate as last scheduled. */
    double[][] current() {
        return current;
    }

    /** The learning rate as last scheduled. */
    double current(int run) {
        return current[run][index(run)];
    }

    double scheduled(int run, long step) {
        return schedules[run].learningRate(step);
    }

    void set(int run, String key, double value) {
        int index = specs.get(run).rule().indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException(specs.get(run).rule().name() + " has no hyperparameter " + key);
        }
        base[run][index] = value;
        current[run][index] = value;
        if (key.equals(Rule.LEARNING_RATE_KEY)) {
            newSchedule(run);
        }
    }

    void observe(int run, double loss, long step) {
        schedules[run].observe(loss, step);
    }

    /** What a schedule has observed. */
    double[] state(int run) {
        return schedules[run].state();
    }

    /** Nothing observed stands for a schedule at its beginning. */
    void restore(int run, double[] state) {
        if (state.length > 0) {
            schedules[run].restore(state);
        } else {
            newSchedule(run);
        }
    }

    private void newSchedule(int run) {
        schedules[run] = new ScheduleRun(specs.get(run).schedule(), has(run) ? base[run][index(run)] : 0);
    }
}
