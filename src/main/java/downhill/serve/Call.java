package downhill.serve;

import com.sun.net.httpserver.HttpExchange;
import downhill.store.PlainJson;
import downhill.store.StoreException;
import downhill.words.Said;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One request as it came, in parts. No part of its address is ever the name of a file.
 *
 * @param method as HTTP has it
 * @param path   the parts between slashes, decoded
 */
record Call(String method, List<String> path, HttpExchange exchange) {
    private static final int LONGEST = 2000;

    /** @throws RequestException where the address is none */
    static Call of(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawPath();
        if (raw == null || raw.length() > LONGEST || !raw.startsWith("/")) {
            throw RequestException.bad("serve.address");
        }
        try {
            List<String> path = Arrays.stream(raw.substring(1).split("/", -1)).map(part ->
                    URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
            return new Call(exchange.getRequestMethod(), path, exchange);
        } catch (IllegalArgumentException wrong) {
            throw RequestException.bad("serve.address");
        }
    }

    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    /** How many bytes the body has; -1 where it does not say. */
    long length() {
        String told = header("Content-Length");
        try {
            return told == null ? lengthUntold() : Long.parseLong(told.strip());
        } catch (NumberFormatException wrong) {
            throw RequestException.bad("serve.length");
        }
    }

    private long lengthUntold() {
        return header("Transfer-Encoding") == null ? 0 : -1;
    }

    boolean isCsv() {
        String type = header("Content-Type");
        return type != null && type.strip().regionMatches(true, 0, "text/csv", 0, 8);
    }

    /** An object of JSON. */
    static Map<?, ?> object(byte[] body) {
        try {
            if (PlainJson.read(body, "body") instanceof Map<?, ?> map) {
                return map;
            }
        } catch (StoreException wrong) {
            throw new RequestException(400, wrong.said());
        }
        throw new RequestException(400, Said.of("serve.object"));
    }

    /** Has the body used. */
    Reply body(Body bodies, Body.Use use) throws IOException {
        return bodies.read(exchange.getRequestBody(), length(), use);
    }
}
