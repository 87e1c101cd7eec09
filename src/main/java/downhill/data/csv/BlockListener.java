package downhill.data.csv;

import downhill.words.Said;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Receives a file piece by piece. */
public interface BlockListener {
    /**
     * The file is read from its start. Where the whole file turns out to be written otherwise than its beginning, this comes a second
     * time, and what came before does not count.
     *
     * @param columns names of all columns, in order
     * @param found   for each column wanted that the file has, what the file calls it
     */
    void begin(List<String> columns, Map<String, String> found) throws IOException;

    /** Some rows; the last block may have none that are new. */
    void rows(Block block) throws IOException;

    /** Something that was not taken as it stands, in a column that was asked for or in a whole row. */
    void problem(ImportProblem problem);

    /** Something that a person should know about how the whole file was read, in a sentence. */
    void remark(Said sentence);
}
