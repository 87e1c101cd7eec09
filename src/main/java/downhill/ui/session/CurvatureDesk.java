package downhill.ui.session;

import downhill.analysis.curvature.Stability;
import downhill.analysis.step.StepRecord;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;
import downhill.race.StepSetup;
import downhill.race.WholeLoss;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the curvature under contenders of one race at a time; what was compiled is kept. For one thread. */
final class CurvatureDesk implements AutoCloseable {
    /** Whose steps stay compiled. */
    private static final int KEPT = 6;

    private final RuleLibrary rules;
    private final Map<String, StepDesk> desks = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Racing race;
    private Stability.Meter meter;

    CurvatureDesk(RuleLibrary rules) {
        this.rules = rules;
    }

    /** Where a contender stands in front of its next step. */
    Stability measure(Racing of, String contender, RunState state) {
        prepare(of);
        StepRecord next = desk(contender).step(of, contender, state);
        StepSetup setup = StepSetup.of(of.experiment(), of.prepared().orElse(null), contender, state.step(), 0, rules);
        return meter.at(state, setup, next.values());
    }

    private void prepare(Racing of) {
        if (of != race) {
            close();
            meter = new Stability.Meter(WholeLoss.of(of.experiment(), of.prepared().orElse(null)), of.experiment().seed(),
                    Stability.Care.GLANCE);
            race = of;
        }
    }

    private StepDesk desk(String contender) {
        StepDesk desk = desks.computeIfAbsent(contender, id -> new StepDesk(rules));
        if (desks.size() > KEPT) {
            String eldest = desks.keySet().iterator().next();
            desks.remove(eldest).close();
        }
        return desk;
    }

    @Override
    public void close() {
        desks.values().forEach(StepDesk::close);
        desks.clear();
        race = null;
        if (meter != null) {
            meter.close();
            meter = null;
        }
    }
}
