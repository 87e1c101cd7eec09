package downhill.cli;

import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;

/**
 * What became of the rows of a file. A value.
 *
 * @param measured what they come to where they have a target; null where that was not asked for
 */
record FileScored(long scored, long unscored, ArrayList<Said> told, MeasuredRows measured) implements Serializable {
}
