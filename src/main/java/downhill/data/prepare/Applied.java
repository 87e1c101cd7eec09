package downhill.data.prepare;

import downhill.data.Examples;
import downhill.words.Said;
import java.util.List;
import java.util.Map;

/**
 * New rows made ready for a model.
 *
 * @param inputs   one example for each row that can be scored; its targets are NaN where the table has none
 * @param unscored rows that cannot be scored, with the reason
 * @param unknown  by column, the categories that did not occur in training with how many rows held each (all inputs of that column are 0)
 */
public record Applied(Examples inputs, List<Unscored> unscored, Map<String, Map<String, Integer>> unknown) {
    public Applied {
        unscored = List.copyOf(unscored);
        unknown = Map.copyOf(unknown);
    }

    /**
     * A row without a score.
     *
     * @param row    row of the table, from 0
     * @param line   line of the file, from 1, or 0 if there is none
     * @param reason one sentence
     */
    public record Unscored(int row, int line, Said reason) {
    }
}
