package downhill.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file in which some places are left open, each with a name between two at-signs. */
public final class Template {
    private String text;

    private Template(String text) {
        this.text = text;
    }

    /** One of those that come with the program. */
    public static Template of(String name) {
        try (InputStream in = Template.class.getResourceAsStream("/downhill/export/" + name)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a place wherever it stands. */
    public Template with(String place, String value) {
        text = text.replace("@" + place + "@", value);
        return this;
    }

    /** With all that was filled in. */
    public String text() {
        return text;
    }
}
