package downhill.store;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Finds the line of a value in a text that has been read already, for messages. */
final class JsonPlace {
    private JsonPlace() {
    }

    /**
     * Such as {@code ", line 7"}; empty where there is no such place.
     *
     * @param path such as {@code experiment.contenders[0].ruleId}
     */
    static String of(byte[] json, String path) {
        String wanted = "/" + path.replace("~", "~0").replace("/", "~1").replace(".", "/").replace("[", "/").replace("]", "");
        if (path.isEmpty()) {
            return "";
        }
        try (JsonParser parser = Json.parser(json)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().toString().equals(wanted)) {
                    return ", line " + parser.currentTokenLocation().getLineNr();
                }
            }
            return "";
        } catch (JacksonException unreadable) {
            return "";
        }
    }
}
