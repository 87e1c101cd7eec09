package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.host.Host;
import downhill.engine.nd4j.Nd4jMachine;
import downhill.engine.plan.Machine;
import downhill.optim.RandomRule;
import downhill.optim.Rule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine does what a rule says, line by line, however its lines hand values on; beside a literal reading of drawn rules. */
class RulesAsWrittenTest {
    private static final int TOGETHER = 25;

    static Stream<Arguments> machines() {
        Function<Precision, Machine> host = Host::machine;
        Function<Precision, Machine> operations = Nd4jMachine::new;
        return Stream.of(Precision.values()).flatMap(precision ->
                Stream.of(Arguments.of("host", host, precision), Arguments.of("operations", operations, precision)));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("machines")
    void aDrawnRuleIsWhatItSays(String name, Function<Precision, Machine> machine, Precision precision) {
        hold(name.equals("host") ? 200 : 50, machine, precision);
    }

    @Tag("soak")
    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("machines")
    void tenThousandDrawnRulesAreWhatTheySay(String name, Function<Precision, Machine> machine, Precision precision) {
        hold(10_000, machine, precision);
    }

    private static void hold(int count, Function<Precision, Machine> machine, Precision precision) {
        Backend.current();
        int compared = 0;
        for (long seed = 0; seed < count; seed += TOGETHER) {
            List<Rule> rules = LongStream.range(seed, seed + TOGETHER).mapToObj(RandomRule::of).toList();
            compared += new DrawnRules(rules, seed).compare(machine, precision);
        }
        assertThat(compared).as("runs whose rounding stays small enough to compare").isGreaterThan((int) (1.9 * count));
    }
}
