package downhill.ui.screen.explain;

import java.util.List;

/**
 * How much each column moved what was said, at steps of the history.
 *
 * @param asked   which model
 * @param columns their names
 * @param steps   increasing
 * @param means    [column][step], mean size of the Shapley values
 * @param complete whether no step is missing any more
 */
record Learned(Asked asked, List<String> columns, double[] steps, double[][] means, boolean complete) {
    Learned {
        columns = List.copyOf(columns);
    }
}
