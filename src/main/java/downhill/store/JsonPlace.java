package downhill.store;

import downhill.words.Said;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Finds the line of a value in a text that has been read already, for messages. */
final class JsonPlace {
    private JsonPlace() {
    }

    /**
     * What is said of a place in a file, with the line where there is such a place.
     *
     * @param path such as {@code experiment.contenders[0].ruleId}
     */
    static Said said(String file, byte[] json, String path, Said what) {
        int line = of(json, path);
        return line > 0 ? Said.of("document.at.line", file, line, what) : Said.of("document.at", file, what);
    }

    /** The line, from 1; 0 where there is no such place. */
    static int of(byte[] json, String path) {
        String wanted = "/" + path.replace("~", "~0").replace("/", "~1").replace(".", "/").replace("[", "/").replace("]", "");
        if (path.isEmpty()) {
            return 0;
        }
        try (JsonParser parser = Json.parser(json)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().toString().equals(wanted)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
            return 0;
        } catch (JacksonException unreadable) {
            return 0;
        }
    }
}
