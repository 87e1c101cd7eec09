package downhill.engine.train;

import downhill.engine.graph.ParameterBlock;
import downhill.engine.graph.ParameterLayout;
import downhill.optim.RuleTensor;
import java.util.List;

/** A model's arrays as its rule sees them. */
public final class RuleTensors {
    private RuleTensors() {
    }

    /** In the order of the row; parameters that are single numbers, as x and y of a surface, are one vector together. */
    public static List<RuleTensor> of(ParameterLayout layout) {
        if (layout.blocks().stream().allMatch(block -> block.shape().length == 0)) {
            return List.of(RuleTensor.vector(layout.count()));
        }
        return layout.blocks().stream().map(RuleTensors::tensor).toList();
    }

    private static RuleTensor tensor(ParameterBlock block) {
        boolean matrix = block.shape().length > 1;
        int last = matrix ? block.shape()[block.shape().length - 1] : block.size();
        return new RuleTensor(block.offset(), last, block.size() / last, matrix);
    }
}
