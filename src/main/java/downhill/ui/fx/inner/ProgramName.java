package downhill.ui.fx.inner;

import com.sun.glass.ui.Application;
import org.slf4j.LoggerFactory;

/** What the desktop calls the program: on X11 the class of its windows, by which a panel knows to which menu entry they belong. */
public final class ProgramName {
    /** As in {@code StartupWMClass} of the menu entry, and as the entry's file is called. */
    public static final String NAME = "downhill";


    private ProgramName() {
    }

    /**
     * To be called on the FX thread before the first window is shown; later it changes nothing. Otherwise all windows are called
     * "java".
     */
    public static void set() {
        try {
            Application.GetApplication().setName(NAME);
        } catch (LinkageError otherToolkit) {
            LoggerFactory.getLogger(ProgramName.class).info("This JavaFX cannot be told the name of the program", otherToolkit);
        }
    }

    /** The name in force. FX thread. */
    public static String get() {
        return Application.GetApplication().getName();
    }
}
