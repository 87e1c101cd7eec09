package downhill.ui.session;

import downhill.analysis.step.SpreadHistory;
import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepReplay;
import downhill.analysis.step.StepStatistics;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Does steps of contenders again; what was compiled for the contender asked about last is kept. For one thread. */
final class StepDesk implements AutoCloseable {
    /** What a replay was compiled for. */
    private record Subject(Racing race, ContenderSpec contender) {
    }

    private final RuleLibrary rules;
    private Subject subject;
    private StepReplay replay;

    StepDesk(RuleLibrary rules) {
        this.rules = rules;
    }

    /** The step that follows {@code before}. */
    StepRecord step(Racing race, String contender, RunState before) {
        StepSetup setup = setup(race, contender, before.step());
        prepare(race, contender, setup);
        return replay.step(before, setup);
    }

    /**
     * Sizes of the steps that follow a state.
     *
     * @param go asked before each step; where it says no, what has been measured by then is given
     */
    List<MeasuredStep> measure(Racing race, String contender, RunState from, long until, BooleanSupplier go) {
        List<MeasuredStep> measured = new ArrayList<>();
        RunState at = from;
        StepSetup setup = null;
        while (at.step() < until && go.getAsBoolean()) {
            setup = setup == null || changed(race, contender, at.step()) ? setup(race, contender, at.step()) : setup;
            prepare(race, contender, setup);
            StepRecord record = replay.step(at, setup);
            measured.add(new MeasuredStep(record.step(), StepStatistics.of(record).all()));
            at = replay.after();
        }
        return measured;
    }

    /**
     * Spread of weights and gradients where a contender was.
     *
     * @param way by increasing step
     * @param go  asked before each point; where it says no, the points before are counted
     */
    SpreadHistory spread(Racing race, String contender, List<PathPoint> way, BooleanSupplier go) {
        StepSetup setup = setup(race, contender, way.get(way.size() - 1).step());
        prepare(race, contender, setup);
        List<double[]> gradients = new ArrayList<>();
        for (int i = 0; i < way.size() && go.getAsBoolean(); i++) {
            gradients.add(replay.gradient(way.get(i).parameters(), way.get(i).step()));
        }
        List<PathPoint> done = way.subList(0, gradients.size());
        return SpreadHistory.of(setup.layout(), done.stream().mapToDouble(PathPoint::step).toArray(),
                done.stream().map(PathPoint::parameters).toArray(double[][]::new), gradients.toArray(double[][]::new));
    }

    /** Whether a number was changed by hand at this step or the one before: then the setup of an earlier step does not hold. */
    private static boolean changed(Racing race, String contender, long step) {
        return race.experiment().contenders().stream().filter(one -> one.id().equals(contender)).flatMap(one -> one.changes().stream())
                .anyMatch(change -> change.step() == step || change.step() == step - 1);
    }

    private StepSetup setup(Racing race, String contender, long step) {
        return StepSetup.of(race.experiment(), race.prepared().orElse(null), contender, step, 0, rules);
    }

    private void prepare(Racing race, String contender, StepSetup setup) {
        Experiment document = race.experiment();
        Subject now = new Subject(race, essence(document, contender));
        if (replay == null || !now.equals(subject) || !replay.suits(setup)) {
            close();
            replay = new StepReplay(setup, document.precision());
            subject = now;
        }
    }

    /** All but what may change without another compilation: names, looks, numbers. */
    private static ContenderSpec essence(Experiment document, String id) {
        return document.contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow()
                .withName("").withStyle(0).withMuted(false).withChanges(List.of()).withHyperparameters(Map.of());
    }

    @Override
    public void close() {
        if (replay != null) {
            replay.close();
            replay = null;
            subject = null;
        }
    }
}
