package downhill.ui.session;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.analysis.curvature.Stability;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.Racing;
import java.util.Set;

/** Measures the curvature under contenders of one race at a time; what was compiled is kept. For one thread. */
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
    Stability measure(Racing of, String contender, RunState state, Set<CurvatureMeasure> wanted) {
        return look(of).only(contender, state, wanted);
    }

    /** How the eigenvalues of the Hessian are spread there. */
    SpectrumDensity spectrum(Racing of, String contender, RunState state) {
        return look(of).spectrum(contender, state, PROBES, PRODUCTS);
    }

    /** The loss on the straight line between two states, and on a curve that was bent to where it is low. */
    CurvatureStill.Ways ways(Racing of, RunState from, RunState to) {
        return new CurvatureStill.Ways(look(of).straight(from, to), look(of).curved(from, to, BENDS));
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
