package downhill.data.csv;

import downhill.words.Said;
import java.io.Serializable;

/**
 * Something that was found out about how a file is written.
 *
 * @param what   such as "delimiter"
 * @param value  such as ";"
 * @param why    the reason
 * @param sure   false where a person should look
 */
public record Decision(String what, String value, Said why, boolean sure) implements Serializable {
    /** What a person said. */
    static Decision chosen(String what, String value) {
        return new Decision(what, value, Said.of("csv.chosen"), true);
    }

    /** The reason in English. */
    public String reason() {
        return why.toString();
    }
}
