package downhill.analysis.fit;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Inside;
import java.util.List;

/** The kernels of a convolution as pictures. */
public final class Kernels {
    private Kernels() {
    }

    /** Names of the weights of all convolutions, in order. */
    public static List<String> names(ParameterLayout layout) {
        return layout.slots().stream().map(ParameterSlot::name).filter(Inside.KERNELS::shows).toList();
    }

    /**
     * One picture for each filter, of its first channel.
     *
     * @param weight     [filters, channels, height, width]
     * @param parameters [P]
     * @return [filter][height][width]
     */
    public static double[][][] of(ParameterSlot weight, double[] parameters) {
        int[] shape = weight.shape();
        double[][][] pictures = new double[shape[0]][shape[2]][shape[3]];
        for (int filter = 0; filter < shape[0]; filter++) {
            for (int y = 0; y < shape[2]; y++) {
                for (int x = 0; x < shape[3]; x++) {
                    pictures[filter][y][x] = parameters[weight.position((filter * shape[1] * shape[2] + y) * shape[3] + x)];
                }
            }
        }
        return pictures;
    }
}
