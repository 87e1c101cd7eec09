package downhill.analysis.predict;

import downhill.data.Table;

/** What answers rows of a table: trained models, or a file that one was written into. Belongs to the thread that made it. */
public interface RowScorer extends AutoCloseable {
    /**
     * A piece of a longer table.
     *
     * @param from first row that is scored
     * @param last whether the longer table ends here
     * @throws downhill.data.DataException if a needed column is not there
     */
    Scores score(Table table, int from, boolean last);

    @Override
    void close();
}
