package downhill.export;

import java.util.List;

/**
 * A row with what the model said of it, kept so that whoever runs the model elsewhere can see that it says the same.
 *
 * @param rows   what the columns of the model hold, in their order, one list for each row of a window and a single one where there are no
 *               windows: a {@link Double} (a date in days since 1970-01-01), a {@link String}, or null where there is none
 * @param answer probabilities of the classes in their order, or one number in the target's own unit
 */
public record StoredRow(List<List<Object>> rows, List<Double> answer) {
}
