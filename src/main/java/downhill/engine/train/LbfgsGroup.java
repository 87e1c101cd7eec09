package downhill.engine.train;

import downhill.engine.plan.View;
import java.util.stream.Stream;

/** Runs that follow L-BFGS, each with a memory of its own. Hyperparameters: learning rate, then how many pairs are kept. */
final class LbfgsGroup implements RunGroup {
    private final int first;
    private final View parameters;
    private final View gradients;
    private final Lbfgs[] methods;
    private final double[] theta;
    private final double[] gradient;

    LbfgsGroup(int first, int runs, View parameters, View gradients) {
        this.first = first;
        this.parameters = parameters.fromRun(first);
        this.gradients = gradients.fromRun(first);
        this.methods = new Lbfgs[runs];
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
            if (methods[run] == null) {
                methods[run] = new Lbfgs((int) own[1]);
            }
            parameters.read(run, theta);
            gradients.read(run, gradient);
            double[] change = methods[run].step(gradient, own[0]);
            for (int i = 0; i < theta.length; i++) {
                theta[i] += change[i];
            }
            parameters.write(run, theta);
        }
    }

    @Override
    public double learningRate(int run, double scheduled) {
        return scheduled;
    }

    @Override
    public double[][] elements(int run) {
        return methods[run] == null ? new double[0][]
                : Stream.of(methods[run].rows()).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] scalars(int run) {
        return methods[run] == null ? new double[0] : methods[run].scalars();
    }

    @Override
    public void restore(int run, RunState state) {
        methods[run] = new Lbfgs(LbfgsGroup.memoryOf(state));
        methods[run].restore(state.elements(), state.scalars());
        if (state.fresh()) {
            methods[run] = null;
        }
    }

    /** Room for at least the pairs that were kept; the rule's own number counts again from the next fresh start. */
    private static int memoryOf(RunState state) {
        return Math.max(10, state.elements().length / 2);
    }
}
