package downhill.data;

import downhill.words.Said;
import java.io.Serializable;

/**
 * Something that was decided about the data without being asked for, to be shown.
 *
 * @param column  the column concerned, or null for the whole table
 * @param said    one sentence for a person
 * @param about   what was decided
 */
public record Notice(String column, Said said, About about) implements Serializable {
    /** What a notice is about. */
    public enum About {
        /** The target was guessed. */
        TARGET,
        /** Numbers of the target were taken as classes, or might be such. */
        CLASSES,
        /** A column is not used. */
        IGNORED,
        /** Rows are not used, or not in the order of the file. */
        ROWS,
        /** A column says how much rows count, or may say it. */
        WEIGHT,
        /** Anything else. */
        OTHER
    }

    /** About anything else. */
    public Notice(String column, Said said) {
        this(column, said, About.OTHER);
    }

    /** Whether it says that a column alone tells the target. */
    public boolean isGiveaway() {
        return said.key().startsWith("notice.giveaway.");
    }

    /** Whether it says what became of rows that equal others. */
    public boolean isOfEqualRows() {
        return said.key().startsWith("split.cop") || said.key().startsWith("split.known");
    }

    /** What is said, in English. */
    public String message() {
        return said.toString();
    }
}
