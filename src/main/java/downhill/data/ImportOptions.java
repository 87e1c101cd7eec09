package downhill.data;

import downhill.words.Said;
import java.io.Serializable;
import java.util.List;

/**
 * What a person decided about reading a file. What is left open is found out from the file and reported.
 *
 * @param dialect       what is said about how the file is written, or null to find all out
 * @param missing       texts that mean "no value", compared without regard to case; the empty cell always does
 * @param badCell       what to do about a cell that does not fit its column
 * @param units         read 12%, $3 and 3 € as the numbers 12, 3 and 3
 * @param sampleRows    keep about so many rows, drawn evenly by {@code seed}; {@value #ALL} = all, however large the file is;
 *                      0 = all, but refuse a file so large that a person should decide
 * @param seed          for the drawing of sampled rows
 */
public record ImportOptions(DialectChoice dialect, List<String> missing, BadCell badCell, boolean units,
                            int sampleRows, long seed) implements Serializable {
    /** Texts that mean "no value" unless told otherwise. */
    public static final List<String> MISSING_TEXTS =
            List.of("NA", "N/A", "#N/A", "NaN", "null", "nil", "none", "missing", "<NA>", "\\N", "n.a.", "(null)",
                    "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");
    /** As a number of rows: all of them. */
    public static final int ALL = Integer.MAX_VALUE;
    public static final ImportOptions DEFAULT = new ImportOptions(null, MISSING_TEXTS, BadCell.MISSING, false, 0,
            SourceSettings.SAMPLE_SEED.usual());

    public ImportOptions {
        dialect = DialectChoice.OPEN.equals(dialect) ? null : dialect;
        missing = missing == null ? MISSING_TEXTS : List.copyOf(missing);
        badCell = badCell == null ? BadCell.MISSING : badCell;
        if (sampleRows < 0) {
            throw new DataException(Said.of("sample.negative", sampleRows));
        }
    }

    /** What is said about how the file is written; never null. */
    public DialectChoice said() {
        return dialect == null ? DialectChoice.OPEN : dialect;
    }

    /** Nothing about how the file is written is left to be found out; null for everything. */
    public ImportOptions withDialect(Dialect newDialect) {
        return withDialect(newDialect == null ? null : DialectChoice.of(newDialect));
    }

    public ImportOptions withDialect(DialectChoice newDialect) {
        return new ImportOptions(newDialect, missing, badCell, units, sampleRows, seed);
    }

    public ImportOptions withBadCell(BadCell newBadCell) {
        return new ImportOptions(dialect, missing, newBadCell, units, sampleRows, seed);
    }

    public ImportOptions withMissing(List<String> newMissing) {
        return new ImportOptions(dialect, newMissing, badCell, units, sampleRows, seed);
    }

    public ImportOptions withUnits(boolean newUnits) {
        return new ImportOptions(dialect, missing, badCell, newUnits, sampleRows, seed);
    }

    public ImportOptions withSampleRows(int newSampleRows) {
        return new ImportOptions(dialect, missing, badCell, units, newSampleRows, seed);
    }

    public ImportOptions withSeed(long newSeed) {
        return new ImportOptions(dialect, missing, badCell, units, sampleRows, newSeed);
    }
}
