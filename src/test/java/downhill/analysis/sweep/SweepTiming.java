package downhill.analysis.sweep;

import downhill.data.Progress;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import java.util.List;

/** Measures how long sweeps take; run by hand. */
final class SweepTiming {
    private SweepTiming() {
    }

    public static void main(String[] args) {
        SweepAxis rate = new SweepAxis("learningRate", 1e-3, 10, Scale.LOG, 64);
        SweepAxis curvature = new SweepAxis("", 0.1, 10, Scale.LOG, 64);
        for (String id : List.of("gradient-descent", "adam", "adan", "adam")) {
            Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
            time("phase plot 64×64, " + id, () -> PhaseSweep.draw(rule, rule.defaults(), rate.values(), curvature.values(), 2,
                    Progress.NONE, plot -> { }));
        }
    }

    private static void time(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f ms%n", what, (System.nanoTime() - begin) * 1e-6);
    }
}
