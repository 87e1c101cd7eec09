package downhill.analysis.curvature;

import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepReplay;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.StepSetup;
import downhill.race.WholeLoss;
import downhill.race.document.Experiment;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** All that is measured of the contenders of one race, where they stand; what was compiled is kept. For one thread. */
public final class CurvatureLook implements AutoCloseable {
    private static final int PLACES = 25;
    private static final Set<CurvatureMeasure> CURVATURE = EnumSet.of(CurvatureMeasure.GAUGE, CurvatureMeasure.SHARPNESS);

    /** Whose steps stay compiled. */
    private static final int KEPT = 6;

    private final Supplier<Experiment> experiment;
    private final long seed;
    private final Prepared prepared;
    private final RuleLibrary rules;
    private final WholeLoss loss;
    private final Stability.Meter meter;
    private final Map<String, StepReplay> replays = new LinkedHashMap<>(KEPT, 0.75f, true);
    private GradientNoise noise;
    private KernelDrift drift;
    private GradientProbe whole;
    private Progress progress = Progress.NONE;

    /**
     * Ready to look.
     *
     * @param experiment as it stands, which may change in its contenders
     * @param prepared   the data, or null for a surface
     */
    public CurvatureLook(Supplier<Experiment> experiment, Prepared prepared, RuleLibrary rules, Stability.Care care) {
        this.experiment = experiment;
        this.prepared = prepared;
        this.rules = rules;
        seed = experiment.get().seed();
        loss = WholeLoss.of(experiment.get(), prepared);
        meter = new Stability.Meter(loss, seed, care, this::goOn);
    }

    /**
     * From now on everything that is measured asks, before each product with the Hessian and each gradient, whether it is still wanted,
     * and ends by a {@link CancellationException} where it is not.
     */
    public void heed(Progress asked) {
        progress = asked;
    }

    private void goOn() {
        if (progress.cancelled()) {
            throw new CancellationException("nobody looks at it any longer");
        }
    }

    /** The loss that is looked at. */
    public WholeLoss loss() {
        return loss;
    }

    /** Curvature alone. */
    public Stability stability(String contender, RunState state) {
        return only(contender, state, CURVATURE);
    }

    /** Curvature and measures. */
    public Stability all(String contender, RunState state) {
        return only(contender, state, EnumSet.allOf(CurvatureMeasure.class));
    }

    /** What is wanted; the rest is NaN, and costs nothing. */
    public Stability only(String contender, RunState state, Set<CurvatureMeasure> wanted) {
        StepSetup setup = setup(contender, state);
        StepRecord next = replay(contender, setup).step(state, setup);
        boolean curved = !Collections.disjoint(wanted, CURVATURE);
        Stability found = curved ? meter.at(state, setup, next.values(), wanted)
                : new Stability(state.step(), Double.NaN, Double.NaN, Double.NaN, TraceEstimate.NONE, Measures.NONE);
        return CURVATURE.containsAll(wanted) ? found : found.with(measures(contender, setup, state, next, wanted));
    }

    /** How it moves from where it stands. */
    public Measures measures(String contender, RunState state) {
        StepSetup setup = setup(contender, state);
        return measures(contender, setup, state, replay(contender, setup).step(state, setup), EnumSet.allOf(CurvatureMeasure.class));
    }

    private Measures measures(String contender, StepSetup setup, RunState state, StepRecord next, Set<CurvatureMeasure> wanted) {
        double[] mask = loss.layout().penaltyMask();
        double[] row = state.parameters();
        double[] way = minus(row, setup.start());
        return new Measures(wanted.contains(CurvatureMeasure.NOISE) ? noise().scale(row) : Double.NaN,
                wanted.contains(CurvatureMeasure.RANK) ? Measures.rank(loss.layout(), row) : Double.NaN,
                Measures.norm(times(next.changes(), mask)) / Measures.norm(times(row, mask)),
                wanted.contains(CurvatureMeasure.ALIGNMENT) ? alignment(replay(contender, setup), next) : Double.NaN,
                Measures.norm(way), Measures.norm(way) / Measures.norm(setup.start()),
                wanted.contains(CurvatureMeasure.KERNEL) ? drift().between(setup.start(), row) : Double.NaN);
    }

    private static double alignment(StepReplay replay, StepRecord next) {
        return Measures.cosine(next.gradient().total(), replay.gradient(next.after(), next.step() + 1));
    }

    private GradientNoise noise() {
        noise = noise == null ? new GradientNoise(experiment.get(), prepared, this::goOn) : noise;
        return noise;
    }

    private KernelDrift drift() {
        drift = drift == null ? new KernelDrift(experiment.get(), prepared, this::goOn) : drift;
        return drift;
    }

    /** How far the tangent kernel of a contender has drifted from its start; NaN where it has none. */
    public double drift(String contender, RunState state) {
        return drift().between(setup(contender, state).start(), state.parameters());
    }

    /** How far a contender has come from where it started, over the length of what it started with. */
    public double moved(String contender, RunState state) {
        double[] start = setup(contender, state).start();
        return Measures.norm(minus(state.parameters(), start)) / Measures.norm(start);
    }

    /** How the eigenvalues of the Hessian are spread. */
    public SpectrumDensity spectrum(String contender, RunState state, int probes, int steps) {
        return meter.spectrum(state, setup(contender, state), probes, steps);
    }

    /** The data loss along the straight line between two states. */
    public LossLine straight(RunState from, RunState to) {
        return LossLine.straight(this::height, from.answer(), to.answer(), PLACES);
    }

    /** The data loss along a curve that was bent to where it is low. */
    public LossLine curved(RunState from, RunState to, int steps) {
        double[] bend = LossLine.bend(this::slope, from.answer(), to.answer(), steps);
        return LossLine.curved(this::height, from.answer(), bend, to.answer(), PLACES);
    }

    private double height(double[] row) {
        slope(row);
        return probe().loss();
    }

    private double[] slope(double[] row) {
        goOn();
        return probe().gradient(row, 0);
    }

    private GradientProbe probe() {
        whole = whole == null ? new GradientProbe(loss.graph(), loss.data(), seed, Precision.DOUBLE) : whole;
        return whole;
    }

    private StepSetup setup(String contender, RunState state) {
        return StepSetup.of(experiment.get(), prepared, contender, state.step(), 0, rules);
    }

    private StepReplay replay(String contender, StepSetup setup) {
        StepReplay known = replays.get(contender);
        if (known != null && !known.suits(setup)) {
            known.close();
            known = null;
        }
        known = known == null ? new StepReplay(setup, experiment.get().precision()) : known;
        replays.put(contender, known);
        if (replays.size() > KEPT) {
            replays.remove(replays.keySet().iterator().next()).close();
        }
        return known;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] made = new double[a.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = a[i] - b[i];
        }
        return made;
    }

    private static double[] times(double[] a, double[] mask) {
        double[] made = new double[a.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = a[i] * mask[i];
        }
        return made;
    }

    @Override
    public void close() {
        meter.close();
        replays.values().forEach(StepReplay::close);
        if (noise != null) {
            noise.close();
        }
        if (drift != null) {
            drift.close();
        }
        if (whole != null) {
            whole.close();
        }
    }
}
