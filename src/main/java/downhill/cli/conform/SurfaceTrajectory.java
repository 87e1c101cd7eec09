package downhill.cli.conform;

import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.model.Surface;
import downhill.model.SurfaceModel;
import downhill.model.Surfaces;
import downhill.optim.Penalty;
import downhill.store.ConformanceCase;
import downhill.store.UnsupportedCaseException;
import java.util.List;

/** A walk on a surface: one step more than recorded, since each step logs the point and value before its update. */
final class SurfaceTrajectory {
    private final ConformanceCase recorded;
    private final ConformanceCase.OnSurface walk;

    SurfaceTrajectory(ConformanceCase recorded, ConformanceCase.OnSurface walk) {
        this.recorded = recorded;
        this.walk = walk;
    }

    double deviation() {
        Surface surface = Surfaces.named(walk.surface()).orElseThrow(() ->
                UnsupportedCaseException.unknown("case.surface", walk.surface()));
        TrainingGraph graph = TrainingGraph.surface(SurfaceModel.build(surface.expression()).loss());
        StepLog log = new StepLog(1, recorded.steps() + 1, 2);
        try (TrainingStack stack = new TrainingStack(graph, TrainingData.NONE, List.of(Conformance.run(recorded, Penalty.NONE)),
                Precision.DOUBLE, 1)) {
            stack.watch(0, 1);
            stack.restore(List.of(RunState.initial(new double[] {walk.x(), walk.y()})));
            stack.advance(recorded.steps() + 1, log);
        }
        return compared(log);
    }

    private double compared(StepLog log) {
        Deviation deviation = new Deviation();
        for (int i = 0; i <= recorded.steps(); i++) {
            if (walk.path() != null) {
                deviation.add(log.value(0, i, 0), walk.path()[i][0]);
                deviation.add(log.value(0, i, 1), walk.path()[i][1]);
            }
            if (walk.losses() != null) {
                deviation.add(log.loss(0, i), walk.losses()[i]);
            }
        }
        return deviation.worst();
    }
}
