package downhill.ui.chart;

import downhill.ui.theme.Fonts;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Words along an axis that may be shorter than they are. */
final class AxisTitle {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final String CUT = "…";
    /** Ends the name of a parameter, which others of its array share up to their places. */
    private static final String PLACE = "]";

    private AxisTitle() {
    }

    /** As much as there is room for: of a parameter the end, where names differ; of words the beginning, which says what is measured. */
    static String fitting(String title, double room) {
        Font font = Fonts.plain(title, TickAxis.FONT_SIZE);
        boolean parameter = title.endsWith(PLACE);
        String shown = title;
        for (int gone = 1; gone < title.length() && width(font, shown) > room; gone++) {
            shown = parameter ? CUT + title.substring(gone) : title.substring(0, title.length() - gone).stripTrailing() + CUT;
        }
        return shown;
    }

    private static double width(Font font, String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
    }
}
