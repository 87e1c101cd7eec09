package downhill.ui.chart;

import downhill.data.Visible;

/**
 * Something at a point of the plane.
 *
 * @param kind what it is
 * @param x where
 * @param y where
 * @param toX the tip of an arrow; unused otherwise
 * @param toY the tip of an arrow; unused otherwise
 * @param text words beside it; may be empty
 * @param style index of the contender whose colour it has, -1 for none
 */
public record PlaneMark(Kind kind, double x, double y, double toX, double toY, String text, int style) {
    public PlaneMark {
        text = Visible.line(text);
    }

    /** What a mark is. */
    public enum Kind {
        /** A known minimum: a cross. */
        MINIMUM,
        /** Where all start, or where one was: a ring. */
        START,
        /** A gradient, a momentum, a step: an arrow. */
        ARROW
    }

    /** A known minimum. */
    public static PlaneMark minimum(double x, double y) {
        return new PlaneMark(Kind.MINIMUM, x, y, x, y, "", -1);
    }

    /** The common start. */
    public static PlaneMark start(double x, double y) {
        return new PlaneMark(Kind.START, x, y, x, y, "", -1);
    }

    /** Where a contender was at some step. */
    public static PlaneMark ring(double x, double y, int style) {
        return new PlaneMark(Kind.START, x, y, x, y, "", style);
    }

    /** An arrow. */
    public static PlaneMark arrow(double x, double y, double toX, double toY, String text, int style) {
        return new PlaneMark(Kind.ARROW, x, y, toX, toY, text, style);
    }
}
