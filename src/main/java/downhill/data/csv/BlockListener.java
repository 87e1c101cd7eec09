package downhill.data.csv;

import java.io.IOException;
import java.util.List;

/** Receives a file piece by piece. */
public interface BlockListener {
    /**
     * The file is read from its start. Where the whole file turns out to be written otherwise than its beginning, this comes a second
     * time, and what came before does not count.
     *
     * @param columns names of all columns, in order
     */
    void begin(List<String> columns) throws IOException;

    /** Some rows; the last block may have none that are new. */
    void rows(Block block) throws IOException;

    /** Something that was not taken as it stands, in a column that was asked for or in a whole row. */
    void problem(Problem problem);
}
