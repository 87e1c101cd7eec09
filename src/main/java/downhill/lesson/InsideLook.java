package downhill.lesson;

import downhill.analysis.curvature.CurvatureLook;
import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.Stability;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import java.util.EnumSet;

/** What is measured for a condition where a race rests: curvature, the way gone, the loss between two contenders. */
final class InsideLook {
    private InsideLook() {
    }

    /** Whether a condition is one of these. */
    static boolean measures(StateCheck check) {
        return check instanceof StateCheck.GaugeWithin || check instanceof StateCheck.MovedWithin
                || check instanceof StateCheck.KernelWithin || check instanceof StateCheck.BarrierWithin;
    }

    static boolean holds(StateCheck check, String id, Situation there) {
        double value = value(check, id, there);
        if (check instanceof StateCheck.GaugeWithin gauge) {
            return value >= gauge.least() && value <= gauge.most();
        } else if (check instanceof StateCheck.MovedWithin moved) {
            return value >= moved.least() && value <= moved.most();
        } else if (check instanceof StateCheck.KernelWithin kernel) {
            return value >= kernel.least() && value <= kernel.most();
        }
        StateCheck.BarrierWithin barrier = (StateCheck.BarrierWithin) check;
        return value >= barrier.least() && value <= barrier.most();
    }

    /** NaN where somebody has diverged or is not there. */
    static double value(StateCheck check, String id, Situation there) {
        RunState state = there.states().get(id);
        RunState other = check instanceof StateCheck.BarrierWithin barrier ? there.states().get(barrier.to()) : state;
        if (state == null || other == null) {
            return Double.NaN;
        }
        try (CurvatureLook look = new CurvatureLook(there::experiment, there.race().prepared().orElse(null), RuleLibrary.complete(),
                Stability.Care.GLANCE)) {
            if (check instanceof StateCheck.GaugeWithin) {
                return look.only(id, state, EnumSet.of(CurvatureMeasure.GAUGE)).gauge();
            } else if (check instanceof StateCheck.KernelWithin) {
                return look.drift(id, state);
            }
            return check instanceof StateCheck.MovedWithin ? look.moved(id, state) : look.straight(state, other).barrier();
        }
    }
}
