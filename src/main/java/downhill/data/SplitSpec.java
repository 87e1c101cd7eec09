package downhill.data;

/**
 * How rows are divided into training and validation rows.
 *
 * @param validationRatio share of the rows kept for validation, from 0 (none) up to but not including 1
 * @param seed            any number; the same seed and rows give the same split on every machine
 * @param stratified      keep the shares of the classes alike in both parts; without effect in regression
 */
public record SplitSpec(double validationRatio, long seed, boolean stratified) {
    public static final SplitSpec DEFAULT = new SplitSpec(0.2, 42, true);

    public SplitSpec {
        if (!(validationRatio >= 0 && validationRatio < 1)) {
            throw new DataException("The share of validation rows must be at least 0 and less than 1, but is "
                    + validationRatio + ".");
        }
    }
}
