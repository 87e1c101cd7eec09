package downhill.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.expr.Assignment;
import downhill.expr.Printer;
import downhill.expr.Symbols;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledRuleTest {
    static Stream<Rule> rules() {
        return RuleLibrary.builtIn().all().stream();
    }

    @Test
    void scalarPartsBecomeSlotsAndEqualOnesShareOne() {
        CompiledRule rule = compile("k ← 1 − μ\nv ← (1 − μ)·v + k·g + 2·3·g\nθ ← θ − η·(v + (t > 3))");
        assertEquals(List.of("v ← $0·v + $0·g + 6·g", "θ ← θ − $1·(v + $2)"), printed(rule));
        assertEquals(List.of("1 − μ", "η", "t > 3"), rule.step().host().slots().stream().map(s -> Printer.print(s.expr())).toList());
        double[] slots = new double[5];
        rule.step().host().evaluate(new double[] {0.1, 0.75}, 4, new double[0], rule.step().host().newWorkspace(), slots, 1, 1);
        assertEquals(List.of(0.0, 0.25, 0.1, 1.0, 0.0), Arrays.stream(slots).boxed().toList());
    }

    @Test
    void scalarFactorsOfAProductComeTogether() {
        assertEquals("θ ← θ − $1·v / √v", printed(compile("v ← μ·g\nθ ← θ − η·(v / (1 − μ^t)) / (√v·2)")).get(1));
        assertEquals("θ ← θ − $1 / v", printed(compile("v ← μ·g\nθ ← θ − η / (v / t)")).get(1));
        assertEquals("θ ← θ − v·$1", printed(compile("v ← μ·g\nθ ← θ − v·η")).get(1), "one factor stays where it is");
    }

    @Test
    void theUpdateOfAdamTakesTwelveArrayOperations() {
        CompiledRule adam = CompiledRule.of(RuleLibrary.builtIn().byId("adam").orElseThrow());
        assertEquals("θ ← θ − $4·m / (√v + $5)", printed(adam).get(2));
    }

    @Test
    void aDivisorThatMayBeNegativeStaysUnderItsRoot() {
        assertEquals(List.of("v ← g", "θ ← θ − $0·v / (√(v / $1) + $2)"),
                printed(compile("v ← g\nθ ← θ − 2·η·v / (√(v / (1 − η^t)) + μ)")));
    }

    @Test
    void slotsCanBeWrittenWithAStride() {
        CompiledRule rule = compile("v ← μ·v + g\nθ ← θ − η·v");
        double[] slots = new double[6];
        rule.step().host().evaluate(new double[] {0.1, 0.75}, 1, new double[0], rule.step().host().newWorkspace(), slots, 1, 3);
        assertEquals(List.of(0.0, 0.75, 0.0, 0.0, 0.1, 0.0), Arrays.stream(slots).boxed().toList());
    }

    @Test
    void aScalarStateChangedMidwayIsSeenByLaterLinesOnly() {
        Rule rule = RuleParser.parse("id: a\nname: A\nscalar states:\np ← 3\nupdate:\nθ ← θ − p·g\np ← p + 1\nθ ← θ − p·g");
        CompiledRule compiled = CompiledRule.of(rule);
        double[] scalars = new double[1];
        compiled.start().host().evaluate(new double[0], 0, scalars, compiled.start().host().newWorkspace(), new double[0], 0, 1);
        assertEquals(3, scalars[0]);
        double[] slots = new double[2];
        compiled.step().host().evaluate(new double[0], 1, scalars, compiled.step().host().newWorkspace(), slots, 0, 1);
        assertEquals(List.of(3.0, 4.0), List.of(slots[0], slots[1]));
        assertEquals(4, scalars[0]);
    }

    @Test
    void theFactorOfTheLearningRateCarriesOverOnTopOfTheSchedule() {
        CompiledRule dgd = CompiledRule.of(RuleLibrary.builtIn().byId("dgd").orElseThrow());
        assertEquals(List.of(CompiledRule.CARRY), dgd.scalarStates());
        double[] scalars = new double[1];
        double[] slot = new double[1];
        dgd.start().host().evaluate(new double[] {0.1, 0.5}, 0, scalars, dgd.start().host().newWorkspace(), slot, 0, 1);
        double[] scheduled = {0.1, 0.1, 0.04, 0, 0.04};
        double[] expected = {0.1, 0.05, 0.01, 0, 0.005};
        for (int i = 0; i < scheduled.length; i++) {
            assertEquals(expected[i], dgd.learningRate(scheduled[i], scalars), 1e-17);
            dgd.step().host().evaluate(new double[] {scheduled[i], 0.5}, i + 1, scalars, dgd.step().host().newWorkspace(), slot, 0, 1);
            assertEquals(expected[i], slot[0], 1e-17, "step " + i);
        }
    }

    @Test
    void aRuleThatAssignsTheGradientGetsACopy() {
        CompiledRule rule = compile("g ← g + μ·θ\nv ← g\nθ ← θ − η·(v + g)");
        assertEquals(List.of("g′ ← g + $0·θ", "v ← g′", "θ ← θ − $1·(v + g′)"), printed(rule));
        assertEquals(List.of("g′"), rule.locals());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void elementwiseLinesUseOnlyWhatTheEngineHas(Rule rule) {
        CompiledRule compiled = CompiledRule.of(rule);
        Set<String> known = new HashSet<>(compiled.elementStates());
        known.addAll(Set.of(Rule.PARAMETERS, Rule.GRADIENT, RuleTensor.ROWS, RuleTensor.COLUMNS, RuleTensor.SIZE, RuleTensor.IS_MATRIX,
                Rule.LOSS, Rule.NOISE));
        compiled.step().host().slots().forEach(slot -> known.add(slot.name()));
        for (Assignment line : compiled.step().elementwise()) {
            assertTrue(known.containsAll(Symbols.of(line.value())), Printer.print(line));
            known.add(line.target());
        }
        assertFalse(compiled.step().elementwise().isEmpty());
    }

    @Test
    void theHostProgramAllocatesNothing() {
        CompiledRule nadam = CompiledRule.of(RuleLibrary.builtIn().byId("nadam").orElseThrow());
        double[] scalars = {1};
        double[] slots = new double[nadam.step().host().slots().size()];
        double[] workspace = nadam.step().host().newWorkspace();
        double[] hyperparameters = nadam.rule().defaults();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[2];
        for (int round = 0; round < 2; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int t = 1; t < 10_000; t++) {
                nadam.step().host().evaluate(hyperparameters, t, scalars, workspace, slots, 0, 1);
            }
            bytes[round] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(bytes[1] < 5_000, bytes[1] + " bytes in 10,000 steps");
    }

    private static CompiledRule compile(String update) {
        return CompiledRule.of(RuleParser.parse("id: a\nname: A\nhyperparameters:\nη learningRate 0.1 in [0.01, 1] log\nμ momentum 0.75\n"
                + "states:\nv ← 0\nupdate:\n" + update));
    }

    private static List<String> printed(CompiledRule rule) {
        return rule.step().elementwise().stream().map(Printer::print).toList();
    }
}
