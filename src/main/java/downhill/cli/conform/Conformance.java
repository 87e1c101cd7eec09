package downhill.cli.conform;

import downhill.engine.train.RunSpec;
import downhill.expr.FormulaException;
import downhill.model.ModelException;
import downhill.optim.Clipping;
import downhill.optim.OptimizerChoice;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.optim.TorchOptimizers;
import downhill.optim.TorchSchedules;
import downhill.optim.UnsupportedOptimizerException;
import downhill.store.ConformanceCase;
import downhill.store.ConformanceStore;
import downhill.store.StoreException;
import downhill.store.UnsupportedCaseException;
import downhill.words.Said;
import java.nio.file.Path;

/** Runs recorded trajectories through the engine that the window uses, in double precision. */
public final class Conformance {
    private Conformance() {
    }

    /** Runs the case of a file; whatever is wrong with it is part of the result. */
    public static CaseResult run(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            ConformanceCase recorded = ConformanceStore.read(file);
            double worst = deviation(recorded);
            boolean passed = worst <= recorded.tolerance();
            return new CaseResult(recorded.name(), passed ? CaseResult.Verdict.PASS : CaseResult.Verdict.FAIL, worst,
                    Double.isNaN(worst) ? Said.of("conform.nothing") : Said.NOTHING);
        } catch (UnsupportedCaseException | UnsupportedOptimizerException | ModelException | StoreException | FormulaException e) {
            return new CaseResult(name, CaseResult.Verdict.UNSUPPORTED, Double.NaN, Said.message(e));
        }
    }

    private static double deviation(ConformanceCase recorded) {
        if (recorded.subject() instanceof ConformanceCase.OnSurface surface) {
            return new SurfaceTrajectory(recorded, surface).deviation();
        }
        return new ModelTrajectory(recorded, (ConformanceCase.OnModel) recorded.subject()).deviation();
    }

    static RunSpec run(ConformanceCase recorded, Penalty penalty) {
        OptimizerChoice choice = TorchOptimizers.choose(recorded.optimizer().name(), recorded.optimizer().options());
        Rule rule = RuleLibrary.builtIn().byId(choice.ruleId()).orElseThrow();
        Schedule schedule = recorded.schedule() == null ? Schedule.CONSTANT
                : TorchSchedules.choose(recorded.schedule().name(), recorded.schedule().options());
        Clipping clipping = recorded.clipNorm() == null ? new Clipping.None() : new Clipping.ByNorm(recorded.clipNorm());
        return new RunSpec(rule, choice.values(rule), schedule, penalty, clipping, choice.coupledWeightDecay(), 0);
    }
}
