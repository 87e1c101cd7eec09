package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.expr.UnaryOp;
import downhill.optim.RuleParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log shows the learning rate that a step is done with, whatever the rule assigns to η before and after it uses it. */
class RateInUseTest {
    private static final int STEPS = 4;
    private static final double RATE = 0.1;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "θ ← θ − η·g                                  | 0.1     | 0.1     | 0.1      | 0.1",
        "η ← 0.5·η; θ ← θ − η·g                       | 0.05    | 0.025   | 0.0125   | 0.00625",
        "θ ← θ − η·g; η ← 0.5·η                       | 0.1     | 0.05    | 0.025    | 0.0125",
        "η ← 0.5·η; η ← η + 0.01; θ ← θ − η·g         | 0.06    | 0.04    | 0.03     | 0.025",
        "θ ← θ − η·g; η ← 0.5·η; θ ← θ − η·θ          | 0.1     | 0.05    | 0.025    | 0.0125",
        "η ← 0.5·η; θ ← θ − η·g; η ← 2·η              | 0.05    | 0.05    | 0.05     | 0.05",
        "a ← 2·η; η ← 0.5·η; θ ← θ − a·g              | 0.1     | 0.05    | 0.025    | 0.0125",
        "η ← 0.5·η; a ← 2·η; b ← a²; η ← 2·η; θ ← θ − b·g | 0.05 | 0.05   | 0.05     | 0.05",
        "a ← 0.5 + 0·η; η ← a·η; a ← 2; θ ← θ − a·η·g  | 0.05 | 0.025   | 0.0125   | 0.00625",
        "f ← 0.9·η; η ← η − f + 0.05; θ ← θ − η·g     | 0.06    | 0.056   | 0.0556   | 0.05556",
        "η ← 0.3; θ ← θ − η·g                         | 0.3     | 0.3     | 0.3      | 0.3",
        "η ← 0.6/t; θ ← θ − η·g                       | 0.6     | 0.3     | 0.2      | 0.15",
        "θ ← θ − k·g; k ← 0.5·η; η ← 0.5·η            | 0.1     | 0.05    | 0.025    | 0.0125",
        "v ← η·g; η ← 0.5·η; θ ← θ − v − η·g          | 0.1     | 0.05    | 0.025    | 0.0125"})
    void theLogShowsTheRateThatIsUsed(String update, double first, double second, double third, double fourth) {
        String scalar = update.contains("k ←") ? "scalar states:\n  k ← 0.1\n" : "";
        RunSpec run = RunSpec.plain(RuleParser.parse("id: own\nname: Own\nhyperparameters:\n  η learningRate 0.1 in [1e-6, 1] log\n"
                + scalar
                + "update:\n  " + update.replace("; ", "\n  ")), new double[] {RATE}, 1);
        for (Precision precision : Precision.values()) {
            for (Machine machine : List.of(Host.machine(precision), new Nd4jMachine(precision))) {
                assertThat(rates(run, machine)).as(machine.toString())
                        .containsExactly(new double[] {first, second, third, fourth}, within(1e-15));
            }
        }
    }

    private static double[] rates(RunSpec run, Machine machine) {
        Graph graph = new Graph();
        Node w = graph.parameter("w", 1);
        try (TrainingStack stack = new TrainingStack(TrainingGraph.surface(w.apply(UnaryOp.SQUARE).total()), TrainingData.NONE,
                List.of(run), machine, 1)) {
            stack.restore(List.of(RunState.initial(new double[] {1})));
            StepLog log = new StepLog(1, STEPS, 0);
            stack.advance(STEPS, log);
            return Stream.iterate(0, i -> i < STEPS, i -> i + 1).mapToDouble(i -> log.rate(0, i)).toArray();
        }
    }
}
