package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dropout masks have no draws in common: not those of two layers, nor of two steps, whatever the widths. */
class MaskDrawsTest {
    private static final int BATCH = 4;
    private static final int STEPS = 40;
    /** As many draws in a row as never are the same twice by chance. */
    private static final int WINDOW = 48;
    private static final long SEED = 5;

    @Test
    void masksOfLayersOfUnequalWidthShareNoDraws() {
        nothingTwice(64, 16, 40);
        nothingTwice(16, 32, 64);
        nothingTwice(48, 12);
    }

    @Test
    void masksOfLayersOfEqualWidthShareNoDraws() {
        nothingTwice(32, 32, 32);
        nothingTwice(64);
    }

    private static void nothingTwice(int... widths) {
        Set<String> seen = new HashSet<>();
        int windows = 0;
        for (String mask : masks(widths)) {
            for (int from = 0; from + WINDOW <= mask.length(); from++) {
                seen.add(mask.substring(from, from + WINDOW));
                windows++;
            }
        }
        assertThat(seen).as("runs of %d draws, widths %s", WINDOW, Arrays.toString(widths)).hasSize(windows);
    }

    /** Each step's mask of each layer, a character for each unit. */
    private static List<String> masks(int... widths) {
        Backend.current();
        Graph graph = new Graph();
        Node x = graph.input("x", false, BATCH, 1);
        Node y = graph.input("y", false, BATCH, 1);
        Node loss = x.minus(y).total();
        List<TrainingGraph.Mask> masks = new ArrayList<>();
        for (int width : widths) {
            Node mask = graph.input("mask" + masks.size(), false, BATCH, width);
            masks.add(new TrainingGraph.Mask(mask, 0.5));
            loss = loss.plus(mask.total());
        }
        Plan plan = Planner.plan(1, Host.machine(Precision.DOUBLE), List.of(loss), Map.of(), Map.of());
        BatchFeed feed = new BatchFeed(new TrainingGraph(loss, x, y, masks), 
                new TrainingData(BATCH, new double[BATCH], new double[BATCH], null),
                plan, List.of(SEED));
        List<String> drawn = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            feed.fill(step);
            masks.forEach(mask -> drawn.add(text(plan.view(mask.input()).read(0))));
        }
        return drawn;
    }

    private static String text(double[] mask) {
        StringBuilder text = new StringBuilder();
        for (double value : mask) {
            text.append(value == 0 ? '0' : '1');
        }
        return text.toString();
    }
}
