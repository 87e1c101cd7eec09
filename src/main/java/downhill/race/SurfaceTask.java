package downhill.race;

import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.expr.Expr;
import downhill.expr.Parser;
import downhill.model.SurfaceGraph;
import downhill.model.SurfaceModel;
import downhill.model.Surfaces;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Descent on a function of x and y; every seed starts at the same point. */
final class SurfaceTask implements Task {
    private final Problem.Surface problem;
    private final Expr formula;
    private final ParameterLayout layout;

    SurfaceTask(Problem.Surface problem) {
        this.problem = problem;
        this.formula = Surfaces.named(problem.formula()).map(surface -> surface.expression())
                .orElseGet(() -> Parser.expression(problem.formula()));
        this.layout = SurfaceModel.build(formula).layout();
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public double[] initial(long seed) {
        return new double[] {problem.x(), problem.y()};
    }

    @Override
    public int batch(int requested) {
        return 0;
    }

    @Override
    public boolean seedsMatter(int batch) {
        return false;
    }

    @Override
    public TrainingGraph graph(int batch, boolean inputsPerRun) {
        return SurfaceModel.build(formula).training();
    }

    @Override
    public TrainingData data() {
        return TrainingData.NONE;
    }

    @Override
    public void requireRoom(Experiment document) {
        Footprint.requireOnSurface(document, Room.here());
    }

    @Override
    public Prepared prepared() {
        return null;
    }

    @Override
    public long validationInterval(TrainingSpec training) {
        return 0;
    }

    @Override
    public String metricName() {
        return null;
    }

    @Override
    public Judge judge(Precision precision) {
        return new Height(SurfaceModel.build(formula), precision);
    }

    private static final class Height implements Judge {
        private final Machine machine;
        private final Memory row;
        private final Plan plan;
        private final Node loss;

        Height(SurfaceGraph graph, Precision precision) {
            machine = Machines.create(precision);
            row = machine.allocate(2);
            loss = graph.loss();
            plan = Planner.plan(1, machine, List.of(loss), Planner.parameterRows(graph.graph(), row, row.length()), Map.of());
        }

        @Override
        public Score validate(double[] parameters, BooleanSupplier go) {
            return Score.NONE;
        }

        @Override
        public double trainingLoss(double[] parameters) {
            row.write(0, parameters, 0, parameters.length);
            plan.run();
            return plan.view(loss).read(0)[0];
        }

        @Override
        public void close() {
            machine.close();
        }
    }
}
