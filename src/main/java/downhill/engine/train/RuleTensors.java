package downhill.engine.train;

import downhill.engine.graph.ParameterBlock;
import downhill.engine.graph.ParameterLayout;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.StateLayout;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Map;

/** A model's arrays as its rule sees them. */
public final class RuleTensors {
    /** That one state may hold for a run. */
    private static final int MOST_NUMBERS = 1 << 24;

    private RuleTensors() {
    }

    /** In the order of the row; parameters that are single numbers, as x and y of a surface, are one vector together. */
    public static List<RuleTensor> of(ParameterLayout layout) {
        if (layout.blocks().stream().allMatch(block -> block.shape().length == 0)) {
            return List.of(RuleTensor.vector(layout.count()));
        }
        return layout.blocks().stream().map(RuleTensors::tensor).toList();
    }

    /** Numbers that each state of a rule holds for a run, in the order of {@link RunState#elements()}. */
    public static int[] lengths(Rule rule, ParameterLayout layout) {
        Map<String, StateLayout> shaped = StateLayout.of(rule, of(layout));
        return rule.states().stream().filter(state -> !state.scalar())
                .mapToInt(state -> state.shaped() ? (int) shaped.get(state.symbol()).length() : layout.count()).toArray();
    }

    /** @throws RefusedException where a rule keeps more for a model than there is room for */
    public static void require(Rule rule, ParameterLayout layout) {
        StateLayout.of(rule, of(layout)).forEach((name, state) -> {
            if (state.length() > MOST_NUMBERS) {
                throw new RefusedException(Said.of("rule.state.large", rule.name(), name, state.length(), MOST_NUMBERS));
            }
        });
    }

    /** What has more than two axes is a kernel, which has its filters first; weights of other layers are [inputs × outputs]. */
    private static RuleTensor tensor(ParameterBlock block) {
        int axes = block.shape().length;
        if (axes > 2) {
            return new RuleTensor(block.offset(), block.shape()[0], block.size() / block.shape()[0], true, true);
        }
        int outputs = axes == 2 ? block.shape()[1] : block.size();
        return new RuleTensor(block.offset(), outputs, block.size() / outputs, axes == 2);
    }
}
