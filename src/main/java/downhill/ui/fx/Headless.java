package downhill.ui.fx;

import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Says whether there is a display and, where there is none, tells JavaFX to draw into memory.
 * {@link #prepare()} has to run before the first JavaFX class that starts the toolkit; later it changes nothing.
 */
public final class Headless {
    /** Set to {@code true} to draw into memory although there is a display. */
    public static final String FORCED = "downhill.headless";

    private static final String SCREEN = "3840x2400-32";
    /** Held, because java.util.logging forgets loggers that nobody holds, and their filters with them. */
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private Headless() {
    }

    /** Sets the toolkit's properties for this machine and says whether the window will be drawn into memory. */
    public static boolean prepare() {
        TOOLKIT_LOG.setFilter(line -> line.getMessage() == null || !line.getMessage().startsWith("Unsupported JavaFX configuration"));
        // Charts use Java2D images only: without this AWT would look for a display of its own.
        System.setProperty("java.awt.headless", "true");
        // With fewer, small changes far apart are drawn as one large one, from corner to corner of the window.
        System.setProperty("prism.dirtyregioncount", "15");
        boolean headless = !hasDisplay();
        if (headless) {
            drawIntoMemory();
        }
        return headless;
    }

    /** Whether a window can be shown to a person here. */
    public static boolean hasDisplay() {
        return hasDisplay(System.getProperty("os.name", ""), System.getenv(), Boolean.getBoolean(FORCED));
    }

    static boolean hasDisplay(String system, Map<String, String> environment, boolean forced) {
        if (forced) {
            return false;
        }
        String name = system.toLowerCase(Locale.ROOT);
        boolean alwaysHasOne = name.contains("win") || name.contains("mac");
        return alwaysHasOne || filled(environment.get("DISPLAY")) || filled(environment.get("WAYLAND_DISPLAY"));
    }

    private static boolean filled(String value) {
        return value != null && !value.isBlank();
    }

    private static void drawIntoMemory() {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        if (System.getProperty("headless.geometry") == null) {
            System.setProperty("headless.geometry", SCREEN);
        }
    }
}
