package downhill.data.csv;

import downhill.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some consecutive rows of a file that is read piece by piece.
 *
 * @param table the columns asked for
 * @param first the first row of the table that has not been in a block before; the rows before it repeat the end of the last block
 * @param cells [rows from {@code first}][columns of the file], as the file has them, "" where empty
 * @param last  whether the file ends here
 */
public record Block(Table table, int first, List<List<String>> cells, boolean last) {

    /**
     * Of the block that holds a whole file, the piece from one row to another.
     *
     * @param order    the rows of the file in the order that they shall have
     * @param from     first row of the piece, in that order
     * @param repeated rows before it that it begins with, where there are so many
     */
    public Block piece(int[] order, int from, int to, int repeated) {
        int start = Math.max(0, from - repeated);
        List<List<String>> own = IntStream.range(from, to).mapToObj(i -> cells.get(order[i])).toList();
        return new Block(table.inOrder(Arrays.copyOfRange(order, start, to)), from - start, own, to == order.length);
    }
}
