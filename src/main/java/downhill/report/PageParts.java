package downhill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page holds that is the program's own: style and scripts. The page allows these alone, by what they are (SHA-256), so that
 * nothing else in it could ever run, should it get there.
 */
final class PageParts {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot";

    private static final String DARK = "@media screen and (prefers-color-scheme: dark)";
    private static final String SCHEME = "color-scheme: light dark";

    private PageParts() {
    }

    /** uPlot 1.6.30 (MIT). */
    static String charts() {
        return read(UPLOT + ".iife.min.js");
    }

    /** Draws this page's curves with it. */
    static String script() {
        return read("/downhill/report/page.js");
    }

    /** Of all of it, as the reader has it. */
    static String style() {
        return style(ReportLook.READER);
    }

    /** Of all of it. */
    static String style(ReportLook look) {
        String page = read("/downhill/report/page.css");
        String own = switch (look) {
            case READER -> page;
            case LIGHT -> page.replace(DARK, "@media not all").replace(SCHEME, "color-scheme: light");
            case DARK -> page.replace(DARK, "@media screen").replace(SCHEME, "color-scheme: dark");
        };
        return read(UPLOT + ".min.css") + own;
    }

    /** Of a style or script as a page names it. */
    static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** A browser takes the end of lines for a line feed before it looks at what they are. */
    private static String read(String resource) {
        try (InputStream in = PageParts.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
