package downhill.data.source;

import downhill.data.csv.Imported;
import downhill.data.prepare.Prepared;

/**
 * Data to train on and how they were come by.
 *
 * @param imported the table and the report on reading it
 * @param prepared what is trained on
 */
public record LoadedRows(Imported imported, Prepared prepared) {
}
