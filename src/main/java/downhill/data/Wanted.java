package downhill.data;

import java.io.Serializable;
import java.util.List;

/**
 * The columns that are to be taken from a file, and how the file that a model was trained on was read.
 *
 * @param columns in no particular order, no name twice
 * @param reading null where it is not known
 */
public record Wanted(List<One> columns, Reading reading) implements Serializable {
    public Wanted {
        columns = List.copyOf(columns);
    }

    /**
     * One of them.
     *
     * @param name   its name in the table trained on, and in the table to be made
     * @param type   null to be found out
     * @param needed whether it is of use only if it can be read; if not, it may be of any kind
     */
    public record One(String name, ColumnType type, boolean needed) implements Serializable {
    }
}
