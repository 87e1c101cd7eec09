package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills losses and gradients of a shard's runs for the parameters that they have. */
interface StepGradients {
    /** Those of a step's batch. */
    void run(long step);

    /** What rules see of it that ask for more than the gradient. */
    BatchModel model();

    /**
     * Where they stand.
     *
     * @param parameters [R, P]
     * @param gradients  [R, P]
     * @param losses     [R]
     */
    record Places(ArrayView parameters, ArrayView gradients, Memory losses) {
        static Places of(Machine machine, int runs, int size) {
            return new Places(ArrayView.rows(machine.allocate(runs * size), 0, size, size),
                    ArrayView.rows(machine.allocate(runs * size), 0, size, size), machine.allocate(runs));
        }

        ArrayView lossRows() {
            return ArrayView.rows(losses, 0, 1);
        }
    }

    /**
     * Computed on the machine.
     *
     * @param gradient node of the same graph as the loss, shape [P]
     * @param data     one for all runs, or one for each
     */
    static StepGradients here(Machine machine, TrainingGraph graph, Node gradient, List<TrainingData> data, List<RunSpec> specs,
                              Places places) {
        int size = graph.graph().layout().count();
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph.graph(), places.parameters.memory(), size);
        Map<Node, ArrayView> destinations = new HashMap<>();
        destinations.put(graph.loss(), places.lossRows());
        destinations.put(gradient, places.gradients);
        Plan plan = Planner.plan(specs.size(), machine, new ArrayList<>(), bindings, destinations);
        boolean perRun = graph.x() != null && graph.x().perRun();
        BatchFeed feed = new BatchFeed(graph, data, plan,
                perRun ? specs.stream().map(RunSpec::seed).toList() : List.of(specs.get(0).seed()));
        BatchModel model = new BatchModel(graph, places.lossRows(), plan);
        return new StepGradients() {
            @Override
            public void run(long step) {
                feed.fill(step);
                plan.run();
            }

            @Override
            public BatchModel model() {
                return model;
            }
        };
    }

    /** Asked of those who have the rows. Rules that ask the model once more cannot follow them. */
    static StepGradients elsewhere(GradientSource source, List<RunSpec> specs, Places places, RunRates scheduled) {
        long[] seeds = specs.stream().mapToLong(RunSpec::seed).toArray();
        double[][] rows = new double[seeds.length][];
        double[] losses = new double[seeds.length];
        double[] rates = new double[seeds.length];
        BatchModel model = new BatchModel(null, places.lossRows(), null);
        return new StepGradients() {
            @Override
            public void run(long step) {
                for (int run = 0; run < rows.length; run++) {
                    rows[run] = places.parameters.read(run);
                    rates[run] = scheduled.has(run) ? scheduled.current(run) : Double.NaN;
                }
                List<SummedGradient> sums = source.at(step, seeds, rows, rates.clone());
                for (int run = 0; run < rows.length; run++) {
                    places.gradients.write(run, sums.get(run).gradient());
                    losses[run] = sums.get(run).loss();
                }
                places.losses.write(0, losses, 0, losses.length);
            }

            @Override
            public BatchModel model() {
                return model;
            }
        };
    }
}
