package downhill.ui.chart;

import downhill.ui.theme.Fonts;
import java.awt.Font;
import java.awt.Graphics2D;

/** Words along an axis that may be shorter than they are. */
final class AxisTitle {
    private static final String CUT = "…";
    /** Ends the name of a parameter, which others of its array share up to their places. */
    private static final String PLACE = "]";

    private AxisTitle() {
    }

    /** As much as there is room for: of a parameter the end, where names differ; of words the beginning, which says what is measured. */
    static String fitting(Graphics2D g, String title, double room) {
        Font font = Fonts.plain(title, TickAxis.FONT_SIZE);
        if (!title.endsWith(PLACE)) {
            return RowNames.fitting(g, title, font, room);
        }
        String shown = title;
        for (int gone = 1; gone < title.length() && RowNames.width(g, font, shown) > room; gone++) {
            shown = CUT + title.substring(gone);
        }
        return shown;
    }
}
