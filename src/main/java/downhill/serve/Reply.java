package downhill.serve;

import downhill.store.PlainJson;
import downhill.words.Said;
import downhill.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param type   of the content
 * @param bytes  the content
 * @param more   further headers
 */
record Reply(int status, String type, byte[] bytes, Map<String, String> more) {
    private static final String JSON = "application/json";

    static Reply json(Object value) {
        return new Reply(200, JSON, PlainJson.write(value), Map.of());
    }

    static Reply text(String type, String text) {
        return new Reply(200, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A failure as the Open Inference Protocol has it. */
    static Reply error(int status, Said said, Words words) {
        return new Reply(status, JSON, PlainJson.write(Map.of("error", words.say(said))), more(status, said));
    }

    private static Map<String, String> more(int status, Said said) {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer");
            case 405 -> Map.of("Allow", String.valueOf(said.arguments().get(0)));
            case 429, 503 -> Map.of("Retry-After", "1");
            default -> Map.of();
        };
    }

    Reply with(String header, String value) {
        return new Reply(status, type, bytes, Map.of(header, value));
    }
}
