package downhill.data;

import downhill.words.Said;

/**
 * How rows are divided into training and validation rows.
 *
 * @param validationRatio share of the rows kept for validation, from 0 (none) up to but not including 1
 * @param seed            any number; the same seed and rows give the same split on every machine
 * @param stratified      keep the shares of the classes alike in both parts; without effect in regression
 * @param equalRows       whether equal rows stay on one side; null, as in older documents, means {@link EqualRows#APART}
 */
public record SplitSpec(double validationRatio, long seed, boolean stratified, EqualRows equalRows) {
    public static final SplitSpec DEFAULT = new SplitSpec(0.2, 42, true);

    public SplitSpec {
        if (!(validationRatio >= 0 && validationRatio < 1)) {
            throw new DataException(Said.of("split.share", validationRatio));
        }
        equalRows = equalRows == null ? EqualRows.APART : equalRows;
    }

    /** With equal rows kept together. */
    public SplitSpec(double validationRatio, long seed, boolean stratified) {
        this(validationRatio, seed, stratified, EqualRows.TOGETHER);
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
