package downhill.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.graph.Scaled;
import downhill.engine.host.Host;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Values that are written over what they were made of, each to the place of another one, are to the bit those that are written
 * to places of their own: nobody reads a new value for an old one.
 */
class DirectTest {
    private static final int GRAPHS = 120;
    private static final int STATES = 4;
    private static final int RUNS = 3;
    private static final int SIZE = 12;

    /** A drawn update of some states: whole rows, sums over them, turned and cut looks at them. */
    private static final class Update {
        private final Random random;
        private final Graph graph = new Graph();
        private final List<Node> states = new ArrayList<>();
        private final List<Node> results = new ArrayList<>();

        Update(long seed) {
            random = new Random(seed);
            for (int i = 0; i < STATES; i++) {
                states.add(graph.input("s" + i, true, SIZE));
            }
            List<Node> pool = new ArrayList<>(states);
            for (int i = 0; i < 3 + random.nextInt(12); i++) {
                pool.add(graph.expand(next(pool), SIZE));
            }
            for (int i = 0; i < STATES; i++) {
                results.add(own("r" + i, pool.get(random.nextInt(pool.size()))));
            }
        }

        private Node next(List<Node> pool) {
            Node a = pool.get(random.nextInt(pool.size()));
            Node b = pool.get(random.nextInt(pool.size()));
            return switch (random.nextInt(8)) {
                case 0 -> a.apply(UnaryOp.TANH);
                case 1 -> a.plus(b);
                case 2 -> graph.binary(BinaryOp.MAX, a, b.times(0.5));
                case 3 -> a.times(b.apply(UnaryOp.SQUARE).total().apply(UnaryOp.TANH));
                case 4 -> a.plus(b.reshape(3, SIZE / 3).permute(1, 0).reshape(SIZE));
                case 5 -> graph.concat(0, List.of(a.slice(0, 5, SIZE), b.slice(0, 0, 5)));
                case 6 -> graph.concat(0, List.of(turned(a, b).reshape(9), a.slice(0, 9, SIZE)));
                default -> a.minus(b.reshape(2, SIZE / 2).sum(0).reshape(SIZE / 2).slice(0, 1, 2));
            };
        }

        /** Products of matrices that are looked at within a row, added to one of them. */
        private Node turned(Node a, Node b) {
            Node left = a.slice(0, 0, 9).reshape(3, 3);
            Node right = b.slice(0, 2, 11).reshape(3, 3);
            Node product = graph.matmul(left, right, random.nextBoolean(), false);
            Node one = graph.constant(1);
            Node sum = graph.productSum(new Scaled(0.3, one, product), new Scaled(-0.5, one, right));
            return random.nextBoolean() ? graph.matmul(sum, left, false, false).apply(UnaryOp.TANH) : sum.apply(UnaryOp.TANH);
        }

        /** As the engine's own updates do: a value that is nobody else's. */
        private Node own(String name, Node value) {
            boolean shared = value.op().leaf() || value.op().view() || new HashSet<>(results).contains(value);
            return shared ? graph.move(name, value, SIZE) : value;
        }
    }

    private static double[] all(Memory memory) {
        double[] values = new double[memory.length()];
        memory.read(0, values, 0, values.length);
        return values;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void writtenOverEachOtherOrApartIsTheSameToTheBit(Precision precision) {
        for (long seed = 0; seed < GRAPHS; seed++) {
            try (Machine machine = Host.machine(precision)) {
                Update update = new Update(seed);
                List<Memory> rows = rows(machine, seed);
                double[][] apart = apart(machine, update, rows);
                List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
                Collections.shuffle(order, new Random(seed));
                Map<Node, ArrayView> destinations = new HashMap<>();
                for (int i = 0; i < STATES; i++) {
                    destinations.put(update.results.get(i), view(rows.get(order.get(i))));
                }
                Planner.plan(RUNS, machine, List.of(), bindings(update, rows), destinations).run();
                for (int i = 0; i < STATES; i++) {
                    assertThat(all(rows.get(order.get(i)))).as("seed %d, result %d in place %d", seed, i, order.get(i)).isEqualTo(apart[i]);
                }
            }
        }
    }

    private static List<Memory> rows(Machine machine, long seed) {
        List<Memory> rows = new ArrayList<>();
        Random random = new Random(seed + 1000);
        for (int i = 0; i < STATES; i++) {
            Memory memory = machine.allocate(RUNS * SIZE);
            memory.write(0, random.doubles(RUNS * SIZE, -1, 1).toArray(), 0, RUNS * SIZE);
            rows.add(memory);
        }
        return rows;
    }

    private static ArrayView view(Memory memory) {
        return ArrayView.rows(memory, 0, SIZE, SIZE);
    }

    private static Map<Node, ArrayView> bindings(Update update, List<Memory> rows) {
        Map<Node, ArrayView> bindings = new HashMap<>();
        for (int i = 0; i < STATES; i++) {
            bindings.put(update.states.get(i), view(rows.get(i)));
        }
        return bindings;
    }

    /** The results in memory of their own; what they are made of stays as it is. */
    private static double[][] apart(Machine machine, Update update, List<Memory> rows) {
        List<Memory> places = new ArrayList<>();
        Map<Node, ArrayView> destinations = new HashMap<>();
        for (int i = 0; i < STATES; i++) {
            places.add(machine.allocate(RUNS * SIZE));
            destinations.put(update.results.get(i), view(places.get(i)));
        }
        Planner.plan(RUNS, machine, List.of(), bindings(update, rows), destinations).run();
        return places.stream().map(DirectTest::all).toArray(double[][]::new);
    }

    /** A matrix that is looked at within a row has its place in the plan as if it were copied, but whoever uses it reads the row itself. */
    @Test
    void aMatrixWithinARowIsReadBeforeTheRowIsWritten() {
        Graph graph = new Graph();
        Node a = graph.input("a", true, SIZE);
        Node next = a.times(a.total());
        Node matrix = a.slice(0, 0, 9).reshape(3, 3);
        Node late = matrix.matmul(matrix).matmul(matrix).matmul(matrix).reshape(9);
        try (Machine machine = Host.machine(Precision.DOUBLE)) {
            Memory row = machine.allocate(RUNS * SIZE);
            for (int run = 0; run < RUNS; run++) {
                view(row).write(run, new double[] {0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1});
            }
            Plan plan = Planner.plan(RUNS, machine, List.of(late), Map.of(a, view(row)), Map.of(next, view(row)));
            plan.run();
            assertThat(plan.view(late).read(1)).containsExactly(0, 1, 0, 0, 0, 1, 1, 0, 0);
            assertThat(view(row).read(1)).containsExactly(0, 6, 0, 0, 0, 6, 6, 0, 0, 6, 6, 6);
        }
    }

    /** Two states that change places are the plainest case in which neither may be written first. */
    @Test
    void twoStatesMayChangePlaces() {
        Graph graph = new Graph();
        Node a = graph.input("a", true, SIZE);
        Node b = graph.input("b", true, SIZE);
        Node first = graph.move("first", b, SIZE);
        Node second = graph.move("second", a, SIZE);
        assertThat(first.op()).isInstanceOf(Op.Move.class);
        try (Machine machine = Host.machine(Precision.DOUBLE)) {
            List<Memory> rows = rows(machine, 5);
            double[] wasA = all(rows.get(0));
            double[] wasB = all(rows.get(1));
            Planner.plan(RUNS, machine, List.of(), Map.of(a, view(rows.get(0)), b, view(rows.get(1))),
                    Map.of(first, view(rows.get(0)), second, view(rows.get(1)))).run();
            assertThat(all(rows.get(0))).isEqualTo(wasB);
            assertThat(all(rows.get(1))).isEqualTo(wasA);
        }
    }
}
