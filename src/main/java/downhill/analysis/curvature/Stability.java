package downhill.analysis.curvature;

import downhill.analysis.step.RuleMemory;
import downhill.engine.train.HessianProbe;
import downhill.engine.train.RunState;
import downhill.optim.Rule;
import downhill.race.StepSetup;
import downhill.race.WholeLoss;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How near a contender is to the edge of stability.
 *
 * @param step      updates done
 * @param sharpness largest eigenvalue of the Hessian of the training loss, penalties included
 * @param residual  bound of its error
 * @param gauge     largest eigenvalue of the Hessian preconditioned by the rule's own state, over what the rule bears: 1 is the edge, where
 *                  steps begin to grow. NaN for a rule without such a limit: by signs, by whole arrays, or no formula; and where its
 *                  second moments have gathered nothing yet
 * @param trace     of the Hessian
 * @param measures  of how it moves; {@link Measures#NONE} where they were not taken
 */
public record Stability(long step, double sharpness, double residual, double gauge, TraceEstimate trace, Measures measures) {
    private static final int PRODUCTS = 60;

    /**
     * How exactly it is measured.
     *
     * @param tolerance of eigenvalues, as a share of them
     * @param probes    of the trace
     */
    public record Care(double tolerance, int probes) {
        /** As exactly as float64 gives it. */
        public static final Care FULL = new Care(1e-9, 8);
        /** What an eye sees, beside a race that runs: a third of the products, and no trace. */
        public static final Care GLANCE = new Care(2e-3, 0);
    }

    /** Measures it at moments of one contender; the rows are those of its training, at most {@link WholeLoss#ROWS}. */
    public static final class Meter implements AutoCloseable {
        private final HessianProbe probe;
        private final double[] mask;
        private final long seed;
        private final Care care;
        private final Runnable goOn;

        /**
         * @param loss of the whole of the contender's data
         * @param goOn is called before every product, and may end the work by an exception
         */
        Meter(WholeLoss loss, long seed, Care care, Runnable goOn) {
            this.probe = new HessianProbe(loss.graph(), loss.data(), seed);
            this.mask = loss.layout().penaltyMask();
            this.seed = seed;
            this.care = care;
            this.goOn = goOn;
        }

        /**
         * At a state.
         *
         * @param setup  of the step that follows it
         * @param values hyperparameters, η as that step begins with it
         * @param wanted what is not among them is NaN; a trace goes with the sharpness, where the care asks for one
         */
        public Stability at(RunState state, StepSetup setup, double[] values, Set<CurvatureMeasure> wanted) {
            probe.at(state.parameters());
            int size = mask.length;
            boolean plain = wanted.contains(CurvatureMeasure.SHARPNESS);
            Lanczos found = plain ? largest(v -> hessian(v, setup), size) : null;
            TraceEstimate trace = plain ? TraceEstimate.of(v -> hessian(v, setup), size, care.probes(), seed) : TraceEstimate.NONE;
            return new Stability(state.step(), plain ? found.largest() : Double.NaN, plain ? found.residual() : Double.NaN,
                    wanted.contains(CurvatureMeasure.GAUGE) ? gauge(state, setup, values) : Double.NaN, trace, Measures.NONE);
        }

        /** How the eigenvalues of the plain Hessian are spread. */
        SpectrumDensity spectrum(RunState state, StepSetup setup, int probes, int steps) {
            probe.at(state.parameters());
            return SpectrumDensity.of(v -> hessian(v, setup), mask.length, probes, steps, seed);
        }

        private Lanczos largest(UnaryOperator<double[]> product, int size) {
            return Lanczos.of(product, size, PRODUCTS, care.tolerance(), seed);
        }

        private double gauge(RunState state, StepSetup setup, double[] values) {
            Rule rule = setup.run().rule();
            RuleMemory memory = RuleMemory.of(rule, state, values);
            StabilityLimit limit = new StabilityLimit(rule, values, state.step() - setup.run().ruleStart() + 1.0, memory);
            if (!limit.exists() || limit.isBlank()) {
                return Double.NaN;
            }
            double[] root = new double[mask.length];
            for (int i = 0; i < root.length; i++) {
                root[i] = Math.sqrt(Math.max(0, limit.response(i) * setup.run().pace(i)));
            }
            return largest(v -> between(root, v, setup), root.length).largest() / limit.limit(0);
        }

        private double[] between(double[] root, double[] v, StepSetup setup) {
            return product(root, hessian(product(root, v), setup));
        }

        private static double[] product(double[] a, double[] b) {
            double[] made = new double[a.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = a[i] * b[i];
            }
            return made;
        }

        /** Of the data loss, an L2 penalty and coupled decay. An L1 penalty has none. */
        private double[] hessian(double[] v, StepSetup setup) {
            goOn.run();
            double[] made = probe.times(v);
            for (int i = 0; i < made.length; i++) {
                made[i] += (setup.run().penalty().l2() * mask[i] + setup.run().weightDecay()) * v[i];
            }
            return made;
        }

        @Override
        public void close() {
            probe.close();
        }
    }

    /** With measures taken. */
    public Stability with(Measures taken) {
        return new Stability(step, sharpness, residual, gauge, trace, taken);
    }

    /** Whether the rule's own limit is passed. */
    public boolean beyond() {
        return gauge > 1;
    }
}
