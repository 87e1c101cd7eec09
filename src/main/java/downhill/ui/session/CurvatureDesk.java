package downhill.ui.session;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.Stability;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;

/** Measures the curvature under contenders of one race at a time; what was compiled is kept. For one thread. */
final class CurvatureDesk implements AutoCloseable {
    private final RuleLibrary rules;
    private Racing race;
    private CurvatureLook look;

    CurvatureDesk(RuleLibrary rules) {
        this.rules = rules;
    }

    /** Where a contender stands in front of its next step. */
    Stability measure(Racing of, String contender, RunState state) {
        return look(of).all(contender, state);
    }

    private CurvatureLook look(Racing of) {
        if (of != race) {
            close();
            look = new CurvatureLook(of::experiment, of.prepared().orElse(null), rules, Stability.Care.GLANCE);
            race = of;
        }
        return look;
    }

    @Override
    public void close() {
        race = null;
        if (look != null) {
            look.close();
            look = null;
        }
    }
}
