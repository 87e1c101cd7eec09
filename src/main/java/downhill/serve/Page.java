package downhill.serve;

import downhill.store.Application;
import downhill.store.PlainJson;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The page to try models by hand, and what the addresses mean for other programs. Holds nothing of any model. */
final class Page {
    private static final String[] TEXTS = {
        "serve.page.title", "serve.page.lead", "serve.page.model", "serve.page.version", "serve.page.columns", "serve.page.answer",
        "serve.page.explain", "serve.page.explained", "serve.page.base", "serve.page.sampled", "serve.page.drift",
        "serve.page.drift.lead", "serve.page.drift.column", "serve.page.drift.values", "serve.page.drift.missing",
        "serve.page.drift.outside", "serve.page.drift.far", "serve.page.drift.mean", "serve.page.drift.training",
        "serve.page.addresses", "serve.page.token", "serve.page.token.use", "serve.page.window", "serve.page.far", "serve.page.none",
        "serve.page.language", "serve.page.failed", "serve.page.unread", "serve.page.reset"};
    private static final int PREFIX = "serve.page.".length();
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final String template;
    private final String openApi;

    Page() {
        template = resource("page.html.txt").replace("@TEXTS@", texts());
        openApi = resource("openapi.json.txt").replace("@VERSION@", Application.version());
    }

    /** Its scripts and styles run by a number that is used once, and nothing else does. */
    Reply reply() {
        byte[] drawn = new byte[NONCE_BYTES];
        random.nextBytes(drawn);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return Reply.text("text/html; charset=utf-8", template.replace("@NONCE@", nonce)).with("Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce + "'; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    /** As OpenAPI 3.0 has it. */
    String openApi() {
        return openApi;
    }

    /** In JavaScript; a text cannot end the script that it stands in. */
    private static String texts() {
        Map<String, Object> languages = new LinkedHashMap<>();
        languages.put("en", texts(Words.ENGLISH));
        languages.put("zh", texts(Words.of(Locale.SIMPLIFIED_CHINESE)));
        return new String(PlainJson.write(languages), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static Map<String, Object> texts(Words words) {
        Map<String, Object> texts = new LinkedHashMap<>();
        Arrays.stream(TEXTS).forEach(key -> texts.put(key.substring(PREFIX), words.say(Said.of(key))));
        return texts;
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/downhill/serve/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
