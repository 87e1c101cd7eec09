package downhill.data;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a column of a file was read.
 *
 * @param original   its name as the file has it, "" where it had none
 * @param occurrence which of the columns with exactly that name it is, from 1
 * @param type       what its cells were read as
 * @param dates     the order in dates that are written as numbers, {@link DialectChoice#DAY_FIRST} or
 *                   {@link DialectChoice#MONTH_FIRST}; null
 *                   where there were none, or all said it themselves
 * @param times      whether a date had a time of day
 * @param least      the least number, or null where there is none or nobody looked
 * @param greatest   the greatest, likewise
 */
public record ColumnReading(String original, int occurrence, ColumnType type, String dates, boolean times, Double least,
                            Double greatest) implements Serializable {
    public ColumnReading {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(type, "type");
    }

    /** The same with what its values show: how far its numbers reach, and whether its dates have times. */
    ColumnReading seen(NumberExtent extent) {
        boolean any = extent.least() <= extent.greatest();
        return new ColumnReading(original, occurrence, type, dates, type == ColumnType.DATE && extent.times(), any ? extent.least() : null,
                any ? extent.greatest() : null);
    }
}
