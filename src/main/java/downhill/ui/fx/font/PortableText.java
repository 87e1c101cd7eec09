package downhill.ui.fx.font;

import com.sun.javafx.font.PrismFontFactory;
import downhill.engine.UnavailableException;
import downhill.words.Said;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** Chooses, before the toolkit starts, who lays out text (Pango where it can be loaded) and which typeface helps out with Chinese. */
public final class PortableText {
    /** Set to {@code true} to do without Pango although it is there. */
    public static final String FORCED = "downhill.plain-text";

    private static final String FREE_TYPE = "com.sun.javafx.font.freetype.OSFreetype";
    private static final String PANGO = "com.sun.javafx.font.freetype.OSPango";

    private PortableText() {
    }

    /**
     * To be called before the first text is measured; afterwards it changes nothing that is already laid out.
     *
     * @throws UnavailableException where not even FreeType can be loaded; the message says what to install
     */
    public static void prepare() {
        if (!isLinux()) {
            return;
        }
        if (!loads(FREE_TYPE)) {
            throw new UnavailableException(Said.of("toolkit.freetype"));
        }
        if (Boolean.getBoolean(FORCED) || !loads(PANGO)) {
            LoggerFactory.getLogger(PortableText.class).info("Pango cannot be loaded: text is laid out glyph by glyph");
            replace(false, Said.of("toolkit.pango"));
        } else {
            replaceIfPossible();
        }
    }

    /** A JavaFX that finds its fonts otherwise draws text all the same. */
    private static void replaceIfPossible() {
        try {
            replace(true, Said.of("toolkit.chinese"));
        } catch (UnavailableException e) {
            LoggerFactory.getLogger(PortableText.class).warn(e.getMessage(), e);
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** JavaFX's loader prints the stack trace of a failure that is expected here, so the error stream is set aside. */
    private static boolean loads(String nativeClass) {
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        try {
            Class.forName(nativeClass, true, PrismFontFactory.class.getClassLoader());
            return true;
        } catch (LinkageError missing) {
            LoggerFactory.getLogger(PortableText.class).debug("{} cannot be loaded", nativeClass, missing);
            return false;
        } catch (ClassNotFoundException otherPlatform) {
            return true;
        } finally {
            System.setErr(err);
        }
    }

    private static void replace(boolean pango, Said otherwise) {
        try {
            Field theFactory = PrismFontFactory.class.getDeclaredField("theFontFactory");
            theFactory.setAccessible(true);
            theFactory.set(null, new LinuxFontFactory(pango));
        } catch (ReflectiveOperationException | IllegalStateException e) {
            throw new UnavailableException(otherwise, e);
        }
    }
}
