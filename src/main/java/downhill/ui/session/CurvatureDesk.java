package downhill.ui.session;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.analysis.curvature.Stability;
import downhill.data.Progress;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;
import downhill.ui.fx.UiTask;
import java.util.Set;

/**
 * Measures the curvature under contenders of one race at a time; what was compiled is kept. What is given up ends
 * between two products with the Hessian, or two gradients. For one thread.
 */
final class CurvatureDesk implements AutoCloseable {
    private static final int PROBES = 4;
    private static final int PRODUCTS = 40;
    private static final int BENDS = 100;

    private final RuleLibrary rules;
    private Racing race;
    private CurvatureLook look;

    CurvatureDesk(RuleLibrary rules) {
        this.rules = rules;
    }

    /** Where a contender stands in front of its next step. */
    Stability measure(Racing of, String contender, RunState state, Set<CurvatureMeasure> wanted, UiTask<?> task) {
        return look(of, task).only(contender, state, wanted);
    }

    /** How the eigenvalues of the Hessian are spread there. */
    SpectrumDensity spectrum(Racing of, String contender, RunState state, UiTask<?> task) {
        return look(of, task).spectrum(contender, state, PROBES, PRODUCTS);
    }

    /** The loss on the straight line between two states, and on a curve that was bent to where it is low. */
    CurvatureStill.Ways ways(Racing of, RunState from, RunState to, UiTask<?> task) {
        CurvatureLook between = look(of, task);
        return new CurvatureStill.Ways(between.straight(from, to), between.curved(from, to, BENDS));
    }

    private CurvatureLook look(Racing of, UiTask<?> task) {
        if (of != race) {
            close();
            look = new CurvatureLook(of::experiment, of.prepared().orElse(null), rules, Stability.Care.GLANCE);
            race = of;
        }
        look.heed(Progress.asking(() -> !task.isCancelled()));
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
