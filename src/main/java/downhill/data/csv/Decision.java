package downhill.data.csv;

/**
 * Something that was found out about how a file is written.
 *
 * @param what   such as "delimiter"
 * @param value  such as ";"
 * @param reason why
 * @param sure   false where a person should look
 */
public record Decision(String what, String value, String reason, boolean sure) {
    /** What a person said. */
    static Decision chosen(String what, String value) {
        return new Decision(what, value, "chosen", true);
    }
}
