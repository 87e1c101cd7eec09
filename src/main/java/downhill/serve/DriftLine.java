package downhill.serve;

/**
 * What a column was asked with since the model was loaded.
 *
 * @param values   cells with a value
 * @param missing  cells without
 * @param outside  numbers outside the range of training, and categories that it did not have
 * @param far      those of them that were flagged
 * @param mean     of the numbers; NaN where there are none
 * @param center   their mean (or what training took for it); NaN of categories
 * @param spread   of training, in the column's unit
 * @param least    of training; NaN where it is not known
 * @param greatest likewise
 */
public record DriftLine(String column, long values, long missing, long outside, long far, double mean, double center,
                        double spread, double least, double greatest) {
}
