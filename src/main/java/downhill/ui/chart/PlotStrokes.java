package downhill.ui.chart;

import downhill.ui.theme.Colour;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;

/** Strokes of lines and of their samples in a key. */
final class PlotStrokes {
    private PlotStrokes() {
    }

    static PlotKey.Kind kind(PlotPicture.Stroke stroke) {
        return switch (stroke) {
            case OWN -> PlotKey.Kind.LINE;
            case THIN -> PlotKey.Kind.THIN;
            case MEASURED -> PlotKey.Kind.MEASURED;
            case REFERENCE -> PlotKey.Kind.REFERENCE;
            case SECOND_REFERENCE -> PlotKey.Kind.SECOND_REFERENCE;
        };
    }

    static BasicStroke of(PlotKey.Kind kind, ContenderStyle style) {
        return switch (kind) {
            case THIN -> style.dash().stroke(1);
            case MEASURED -> new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case REFERENCE -> new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
            case SECOND_REFERENCE -> new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {1.5f, 3}, 0);
            default -> style.dash().stroke(2);
        };
    }

    static Colour colour(PlotKey.Kind kind, ContenderStyle style, Palette palette) {
        return switch (kind) {
            case MEASURED -> palette.text();
            case REFERENCE, SECOND_REFERENCE -> palette.secondary();
            default -> style.line();
        };
    }
}
