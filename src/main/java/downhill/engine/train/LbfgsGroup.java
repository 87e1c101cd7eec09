package downhill.engine.train;

import downhill.engine.plan.ArrayView;
import java.util.List;
import java.util.stream.Stream;

/** Runs that follow L-BFGS, each with a memory of its own. Hyperparameters: learning rate, then how many pairs are kept. */
final class LbfgsGroup implements RunGroup {
    private final int first;
    private final List<RunSpec> specs;
    private final double[] penaltyMask;
    private final ArrayView parameters;
    private final ArrayView gradients;
    private final Lbfgs[] methods;
    private final RunState[] restored;
    private final double[] theta;
    private final double[] gradient;

    /**
     * @param first      index of the group's first run within the shard
     * @param parameters rows of the shard [R, P]
     * @param gradients  likewise
     */
    LbfgsGroup(int first, List<RunSpec> specs, double[] penaltyMask, ArrayView parameters, ArrayView gradients) {
        this.first = first;
        this.specs = List.copyOf(specs);
        this.penaltyMask = penaltyMask;
        this.parameters = parameters.fromRun(first);
        this.gradients = gradients.fromRun(first);
        this.methods = new Lbfgs[specs.size()];
        this.restored = new RunState[specs.size()];
        this.theta = new double[parameters.size()];
        this.gradient = new double[parameters.size()];
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int runs() {
        return methods.length;
    }

    @Override
    public void update(long step, double[][] hyperparameters) {
        for (int run = 0; run < methods.length; run++) {
            double[] own = hyperparameters[first + run];
            Lbfgs method = method(run, (int) own[1]);
            parameters.read(run, theta);
            gradients.read(run, gradient);
            double[] change = step(method, specs.get(run), own[0]);
            for (int i = 0; i < theta.length; i++) {
                theta[i] += change[i];
            }
            parameters.write(run, theta);
        }
    }

    /** Penalty, clipping and decay as for rules that are formulas; curvature is learned from gradients that were not clipped. */
    private double[] step(Lbfgs method, RunSpec spec, double rate) {
        spec.penalise(gradient, theta, penaltyMask);
        spec.freeze(gradient);
        double[] followed = gradient.clone();
        spec.clipping().apply(followed);
        spec.decay(followed, theta);
        spec.decay(gradient, theta);
        spec.freeze(followed);
        spec.freeze(gradient);
        return method.step(gradient, followed, rate);
    }

    /** Made when first needed, since only then it is known how many pairs it keeps. */
    private Lbfgs method(int run, int memory) {
        if (methods[run] == null) {
            methods[run] = new Lbfgs(memory);
            if (restored[run] != null) {
                methods[run].restore(restored[run].elements(), restored[run].scalars());
                restored[run] = null;
            }
        }
        methods[run].memory(memory);
        return methods[run];
    }

    @Override
    public double[][] elements(int run) {
        if (methods[run] == null) {
            return restored[run] == null ? new double[0][] : restored[run].elements();
        }
        return Stream.of(methods[run].rows()).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] scalars(int run) {
        if (methods[run] == null) {
            return restored[run] == null ? new double[0] : restored[run].scalars();
        }
        return methods[run].scalars();
    }

    @Override
    public double usedRate(int run, double scheduled) {
        return scheduled;
    }

    @Override
    public double learningRate(int run, double scheduled) {
        return scheduled;
    }

    @Override
    public void restore(int run, RunState state) {
        methods[run] = null;
        restored[run] = state.fresh() ? null : state;
    }
}
