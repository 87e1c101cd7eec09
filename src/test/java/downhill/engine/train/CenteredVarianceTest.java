package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A gradient that stays the same has no variance; in float v − a² then is below 0 as often as above. */
class CenteredVarianceTest {
    private static final int WIDTH = 40;

    static Stream<Arguments> machines() {
        Supplier<Machine> host = () -> Host.machine(Precision.FLOAT);
        Supplier<Machine> operations = () -> new Nd4jMachine(Precision.FLOAT);
        return Stream.of("rmsprop-centered", "rmsprop-centered-momentum").flatMap(rule ->
                Stream.of(Arguments.of("host", host, rule), Arguments.of("operations", operations, rule)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("machines")
    void aVarianceBelowZeroCountsAsZero(String name, Supplier<Machine> machine, String id) {
        Backend.current();
        Rule rule = RuleLibrary.builtIn().byId(id).orElseThrow();
        String text = rule.text();
        Rule bare = RuleParser.parse(text.replace("max(v − a², 0)", "(v − a²)"));
        assertThat(Arrays.stream(train(bare, machine.get())).anyMatch(Double::isNaN))
                .as("without the max the root of a number below 0 is taken").isTrue();
        assertThat(Arrays.stream(train(rule, machine.get())).allMatch(Double::isFinite)).isTrue();
    }

    /** Down a slope that is another for each parameter and the same everywhere. */
    private static double[] train(Rule rule, Machine machine) {
        Graph graph = new Graph();
        Node w = graph.parameter("a.weight", WIDTH);
        Node loss = graph.constant(0);
        for (int i = 0; i < WIDTH; i++) {
            loss = loss.plus(w.slice(0, i, i + 1).times(graph.constant(0.1 + 0.037 * i)).total());
        }
        double[] values = rule.defaults();
        values[rule.indexOf("alpha")] = 0.5;
        try (TrainingStack stack = new TrainingStack(TrainingGraph.surface(loss), TrainingData.NONE,
                List.of(RunSpec.plain(rule, values, 1)), machine, 1)) {
            stack.restore(List.of(RunState.initial(new double[WIDTH])));
            stack.advance(100, new StepLog(1, 100, 0));
            return stack.save(0).parameters();
        }
    }
}
