package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A compiled graph: a list of bound instructions. Running it allocates nothing. One thread at a time. */
public final class Plan {
    private final Instruction[] instructions;
    private final Map<Node, ArrayView> views;

    Plan(List<Instruction> instructions, Map<Node, ArrayView> views) {
        this.instructions = instructions.toArray(Instruction[]::new);
        this.views = Map.copyOf(views);
    }

    /** Computes all outputs from the inputs' present values. */
    public void run() {
        for (Instruction instruction : instructions) {
            instruction.run();
        }
    }

    /** Where an input or output lies. */
    public ArrayView view(Node node) {
        ArrayView view = views.get(node);
        if (view == null) {
            throw new IllegalArgumentException(node + " is neither input nor output of this plan");
        }
        return view;
    }

    /** Where all inputs lie, for another plan of the same graph that works on the same. */
    public Map<Node, ArrayView> inputs() {
        return views.entrySet().stream().filter(each -> each.getKey().op() instanceof Op.Input)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many instructions one run of the plan executes. */
    public int instructionCount() {
        return instructions.length;
    }
}
