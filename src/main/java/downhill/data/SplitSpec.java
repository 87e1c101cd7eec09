package downhill.data;

/**
 * How rows are divided into training and validation rows.
 *
 * @param validationRatio share of the rows kept for validation, from 0 (none) up to but not including 1
 * @param seed            any number; the same seed and rows give the same split on every machine
 * @param stratified      keep the shares of the classes alike in both parts; without effect in regression
 * @param equalRows       whether equal rows stay on one side; null, as in older documents, means {@link EqualRows#APART}
 */
public record SplitSpec(double validationRatio, long seed, boolean stratified, EqualRows equalRows) {
    public static final SplitSpec DEFAULT = new SplitSpec(DataSettings.VALIDATION.usual(), DataSettings.SPLIT_SEED.usual(),
            DataSettings.STRATIFIED.usual());

    public SplitSpec {
        DataSettings.require(DataSettings.VALIDATION, validationRatio);
        equalRows = equalRows == null ? EqualRows.APART : equalRows;
    }

    /** With equal rows as usual. */
    public SplitSpec(double validationRatio, long seed, boolean stratified) {
        this(validationRatio, seed, stratified, DataSettings.EQUAL_ROWS.usual());
    }

    public SplitSpec withRatio(double value) {
        return new SplitSpec(value, seed, stratified, equalRows);
    }

    public SplitSpec withSeed(long value) {
        return new SplitSpec(validationRatio, value, stratified, equalRows);
    }

    public SplitSpec withStratified(boolean value) {
        return new SplitSpec(validationRatio, seed, value, equalRows);
    }

    public SplitSpec withEqualRows(EqualRows value) {
        return new SplitSpec(validationRatio, seed, stratified, value);
    }
}
