package downhill.data.csv;

import downhill.words.Said;
import java.io.Serializable;

/**
 * Something in a file that was not taken as it stands.
 *
 * @param line    line of the file at which the record starts, from 1; 0 for the whole file
 * @param column  name of the column, or null for the whole row
 * @param kind    what is wrong
 * @param raw     the text concerned, clipped to 200 characters
 * @param said    what was found, what was done, and how to keep it
 */
public record ImportProblem(long line, String column, ProblemKind kind, String raw, Said said) implements Serializable {
    private static final int CLIP = 200;

    public ImportProblem {
        raw = raw.length() > CLIP ? raw.substring(0, CLIP) + "…" : raw;
    }

    /** What is said, in English. */
    public String message() {
        return said.toString();
    }
}
