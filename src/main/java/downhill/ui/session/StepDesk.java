package downhill.ui.session;

import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepReplay;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.ContenderSpec;
import downhill.race.Experiment;
import downhill.race.Race;
import downhill.race.StepSetup;
import java.util.List;
import java.util.Map;

/** Does steps of contenders again; what was compiled for the contender asked about last is kept. For one thread. */
final class StepDesk implements AutoCloseable {
    /** What a replay was compiled for. */
    private record Subject(Race race, ContenderSpec contender) {
    }

    private final RuleLibrary rules;
    private Subject subject;
    private StepReplay replay;

    StepDesk(RuleLibrary rules) {
        this.rules = rules;
    }

    /** The step that follows {@code before}. */
    StepRecord step(Race race, String contender, RunState before) {
        Experiment document = race.experiment();
        StepSetup setup = StepSetup.of(document, race.prepared().orElse(null), contender, before.step(), 0, rules);
        Subject now = new Subject(race, essence(document, contender));
        if (replay == null || !now.equals(subject) || !replay.suits(setup)) {
            close();
            replay = new StepReplay(setup, document.precision());
            subject = now;
        }
        return replay.step(before, setup);
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
