package downhill.ui.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Inter with figures of one width, for JavaFX (by family name) and Java2D (by {@link #plain}). Thread-safe. */
public final class Fonts {
    /** Family for style sheets; it has a regular and a bold weight. */
    public static final String FAMILY = "Inter Tabular";
    /** Family of the weight between. */
    public static final String SEMI_BOLD = "Inter Tabular SemiBold";

    private static final String FOLDER = "/downhill/ui/fonts/InterTabular-";

    private Fonts() {
    }

    /** Holds the Java2D faces; read on first use. */
    private static final class Faces {
        static final Font REGULAR = read("Regular");
        static final Font SEMI_BOLD = read("SemiBold");
    }

    /** Holds nothing but the fact that JavaFX knows the fonts. */
    private static final class Loaded {
        static final int FACES = loadForFx();
    }

    /** Makes the fonts known to JavaFX; again does nothing. Returns how many there are. */
    public static int load() {
        return Loaded.FACES;
    }

    /** Regular for Java2D, in a Chinese face or the system's own where Inter lacks a character of {@code text}. */
    public static Font plain(String text, double size) {
        return face(Faces.REGULAR, Font.PLAIN, text, size);
    }

    /** Semi-bold for Java2D, in a Chinese face or the system's own where Inter lacks a character of {@code text}. */
    public static Font strong(String text, double size) {
        return face(Faces.SEMI_BOLD, Font.BOLD, text, size);
    }

    private static Font face(Font inter, int style, String text, double size) {
        Font face = inter.canDisplayUpTo(text) < 0 ? inter : new Font(ChineseFace.family(text), style, 12);
        return face.deriveFont((float) size);
    }

    private static Font read(String weight) {
        try (InputStream in = open(weight)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The shipped font " + weight + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int loadForFx() {
        int loaded = 0;
        for (String weight : new String[] {"Regular", "Bold", "SemiBold"}) {
            try (InputStream in = open(weight)) {
                loaded += javafx.scene.text.Font.loadFont(in, 13) == null ? 0 : 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    private static InputStream open(String weight) {
        return Fonts.class.getResourceAsStream(FOLDER + weight + ".otf");
    }
}
