package downhill.ui.command;

/** Where the focus is when a key means something of its own. */
public enum Place {
    /** Anywhere in the window. */
    WINDOW,
    /** On a chart. */
    CHART,
    /** On the time line. */
    TIME_LINE,
    /** On a row of the list of contenders. */
    CONTENDERS,
    /** On one of several panels. */
    PANELS,
    /** In a table of numbers. */
    TABLE;

    /** Message key of its heading in the sheet of keys. */
    public String key() {
        return "help.place." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
