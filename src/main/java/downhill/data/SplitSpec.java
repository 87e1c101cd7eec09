package downhill.data;

import java.io.Serializable;

/**
 * How rows are divided into training and validation rows.
 *
 * @param validationRatio share of the rows kept for validation, from 0 (none) up to but not including 1
 * @param seed            any number; the same seed and rows give the same split on every machine
 * @param stratified      keep the shares of the classes alike in both parts; without effect in regression
 * @param equalRows       whether equal rows stay on one side; null, as in older documents, means {@link EqualRows#APART}
 * @param sealed          share of the rows that take part in nothing until somebody looks at them, above 0 and below 1; null for none
 */
public record SplitSpec(double validationRatio, long seed, boolean stratified, EqualRows equalRows, Double sealed) implements Serializable {
    public static final SplitSpec DEFAULT = new SplitSpec(DataSettings.VALIDATION.usual(), DataSettings.SPLIT_SEED.usual(),
            DataSettings.STRATIFIED.usual());

    public SplitSpec {
        DataSettings.require(DataSettings.VALIDATION, validationRatio);
        equalRows = equalRows == null ? EqualRows.APART : equalRows;
        sealed = sealed == null || sealed == 0 ? null : sealed;
        DataSettings.require(DataSettings.SEALED, sealed == null ? DataSettings.SEALED.usual() : sealed);
    }

    /** With no row sealed. */
    public SplitSpec(double validationRatio, long seed, boolean stratified, EqualRows equalRows) {
        this(validationRatio, seed, stratified, equalRows, null);
    }

    /** With equal rows as usual. */
    public SplitSpec(double validationRatio, long seed, boolean stratified) {
        this(validationRatio, seed, stratified, DataSettings.EQUAL_ROWS.usual());
    }

    /** Share of the rows that are sealed; 0 for none. */
    public double sealedShare() {
        return sealed == null ? 0 : sealed;
    }

    public SplitSpec withRatio(double value) {
        return new SplitSpec(value, seed, stratified, equalRows, sealed);
    }

    public SplitSpec withSeed(long value) {
        return new SplitSpec(validationRatio, value, stratified, equalRows, sealed);
    }

    public SplitSpec withStratified(boolean value) {
        return new SplitSpec(validationRatio, seed, value, equalRows, sealed);
    }

    public SplitSpec withEqualRows(EqualRows value) {
        return new SplitSpec(validationRatio, seed, stratified, value, sealed);
    }

    public SplitSpec withSealed(double value) {
        return new SplitSpec(validationRatio, seed, stratified, equalRows, value);
    }
}
