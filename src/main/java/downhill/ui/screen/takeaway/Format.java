package downhill.ui.screen.takeaway;

/** What a chart can be taken away as; each name is a file ending in capitals. */
public enum Format {
    PNG, SVG, PDF, CSV, GIF;

    String ending() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isPicture() {
        return this != CSV;
    }
}
