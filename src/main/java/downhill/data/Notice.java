package downhill.data;

/**
 * Something that was decided about the data without being asked for, to be shown.
 *
 * @param column  the column concerned, or null for the whole table
 * @param message one sentence for a person
 */
public record Notice(String column, String message) {
}
