package downhill.data.csv;

import downhill.data.Table;
import java.util.List;

/**
 * Some consecutive rows of a file that is read piece by piece.
 *
 * @param table the columns asked for
 * @param first the first row of the table that has not been in a block before; the rows before it repeat the end of the last block
 * @param cells [rows from {@code first}][columns of the file], as the file has them, "" where empty
 * @param last  whether the file ends here
 */
public record Block(Table table, int first, List<List<String>> cells, boolean last) {
}
