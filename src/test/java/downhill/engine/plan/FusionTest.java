package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.expr.UnaryOp;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many instructions a graph becomes: what shares a kernel, what needs no copy, what is written where it is wanted. */
class FusionTest {
    private final Machine machine = Host.machine(Precision.DOUBLE);
    private final Graph graph = new Graph();

    @AfterEach
    void free() {
        machine.close();
    }

    private Plan plan(Node... outputs) {
        return Planner.plan(2, machine, List.of(outputs), Map.of(), Map.of());
    }

    @Test
    void aChainOfElementwiseOperationsIsOneKernel() {
        Node x = graph.input("x", true, 3, 4);
        Node y = x.times(2).apply(UnaryOp.TANH).plus(x).apply(UnaryOp.SQUARE);
        assertThat(plan(y).instructionCount()).isEqualTo(1);
    }

    @Test
    void twoResultsOfOneSpaceShareAKernel() {
        Node x = graph.input("x", true, 3, 4);
        assertThat(plan(x.apply(UnaryOp.EXP), x.apply(UnaryOp.SQUARE)).instructionCount()).isEqualTo(1);
    }

    @Test
    void aSumTakesWhatItAddsFromTheSameKernel() {
        Node x = graph.input("x", true, 3, 4);
        assertThat(plan(x.apply(UnaryOp.SQUARE).total()).instructionCount()).isEqualTo(1);
    }

    @Test
    void whatUsesTheSumOfEverythingComesAfterIt() {
        Node x = graph.input("x", true, 3, 4);
        assertThat(plan(x.over(x.total())).instructionCount()).isEqualTo(2);
    }

    @Test
    void whatUsesASumOfItsOwnRowSharesAKernelWithIt() {
        Node x = graph.input("x", true, 3, 4);
        Node ratio = x.over(x.sum(-1));
        Plan plan = plan(ratio);
        assertThat(plan.instructionCount()).isEqualTo(1);
        plan.view(x).write(1, new double[] {1, 1, 2, 4, 1, 0, 0, 1, 5, 5, 5, 5});
        plan.run();
        assertThat(plan.view(ratio).read(1)).containsExactly(0.125, 0.125, 0.25, 0.5, 0.5, 0, 0, 0.5, 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void rowsThatAreNotWalkedWholeAreSummedBefore() {
        Node x = graph.input("x", true, 2, 513);
        assertThat(plan(x.over(x.sum(-1))).instructionCount()).isEqualTo(2);
    }

    @Test
    void aNormalisationAndItsDeviationAreOneKernel() {
        Node x = graph.input("x", true, 2, 3);
        Node centred = x.minus(x.mean(-1));
        Node deviation = centred.apply(UnaryOp.SQUARE).mean(-1).plus(1).apply(UnaryOp.SQRT);
        Node normal = centred.over(deviation);
        Plan plan = plan(normal, deviation, deviation.total());
        assertThat(plan.instructionCount()).isEqualTo(2);
        plan.view(x).write(1, new double[] {1, 2, 3, -6, 0, 6});
        plan.run();
        double small = Math.sqrt(2 / 3.0 + 1);
        assertThat(plan.view(deviation).read(1)).containsExactly(small, 5);
        assertThat(plan.view(deviation.total()).read(1)).containsExactly(small + 5);
        assertThat(plan.view(normal).read(1)).containsExactly(-1 / small, 0, 1 / small, -1.2, 0, 1.2);
    }

    @Test
    void productsThatArePutSideBySideAreMadeSideBySide() {
        Node a = graph.input("a", true, 2, 3, 4);
        Node b = graph.input("b", true, 2, 4, 2);
        Node beside = a.matmul(b).permute(1, 0, 2).reshape(3, 4);
        Plan plan = plan(beside.times(2));
        assertThat(plan.instructionCount()).isEqualTo(2);
        plan.view(a).write(1, IntStream.range(0, 24).mapToDouble(i -> i).toArray());
        plan.view(b).write(1, new double[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1});
        plan.run();
        assertThat(plan.view(beside.times(2)).read(1)).containsExactly(0, 2, 28, 30, 8, 10, 36, 38, 16, 18, 44, 46);
    }

    @Test
    void anotherLookAtTheSameMemoryIsNoInstruction() {
        Node x = graph.input("x", true, 3, 4);
        Node turned = x.reshape(2, 6).permute(1, 0).slice(0, 1, 3);
        assertThat(plan(turned.times(3)).instructionCount()).isEqualTo(1);
    }

    @Test
    void equalPartsOfAFormulaAreOneNode() {
        Node x = graph.input("x", true, 4);
        int before = graph.nodes().size();
        Node first = x.apply(UnaryOp.EXP).plus(1);
        Node second = x.apply(UnaryOp.EXP).plus(1);
        assertThat(second).isSameAs(first);
        assertThat(graph.nodes().size() - before).isEqualTo(3);
    }

    @Test
    void aDenseLayersBiasAndActivationAreOneKernelBehindTheProduct() {
        Node x = graph.input("x", false, 8, 3);
        Node layer = x.matmul(graph.parameter("w", 3, 5)).plus(graph.parameter("b", 5)).apply(UnaryOp.TANH);
        assertThat(plan(layer).instructionCount()).isEqualTo(2);
    }

    @Test
    void aValueIsWrittenWhereItIsWanted() {
        Node x = graph.input("x", true, 4);
        Node y = x.times(2);
        ArrayView target = ArrayView.rows(machine.allocate(8), 0, 4, 4);
        Plan plan = Planner.plan(2, machine, List.of(), Map.of(), Map.of(y, target));
        assertThat(plan.instructionCount()).isEqualTo(1);
        plan.view(x).write(1, new double[] {1, 2, 3, 4});
        plan.run();
        assertThat(target.read(1)).containsExactly(2, 4, 6, 8);
    }

    @Test
    void anUpdateInPlaceReadsTheOldValueFirst() {
        Node x = graph.input("x", true, 3);
        ArrayView place = ArrayView.rows(machine.allocate(6), 0, 3, 3);
        Node next = x.minus(x.total().times(x));
        Plan plan = Planner.plan(2, machine, List.of(), Map.of(x, place), Map.of(next, place));
        place.write(0, new double[] {1, 2, 3});
        plan.run();
        assertThat(place.read(0)).containsExactly(-5, -10, -15);
    }

    @Test
    void theGradientOfASquareLossOfALinearModelIsTwoProductsAndTwoKernels() {
        Node x = graph.input("x", false, 8, 3);
        Node y = graph.input("y", false, 8, 1);
        Node output = x.matmul(graph.parameter("w", 3, 1)).plus(graph.parameter("b", 1));
        Node loss = output.minus(y).apply(UnaryOp.SQUARE).mean(0, 1).reshape();
        assertThat(plan(loss, Gradients.byParameters(loss)).instructionCount()).isLessThanOrEqualTo(5);
    }
}
