package downhill.ui.theme;

import java.awt.BasicStroke;

/** Line styles, so that contenders differ without their colours. */
public enum Dash {
    /** One line without gaps. */
    SOLID,
    /** Even dashes. */
    DASHED(7, 4),
    /** Dots. */
    DOTTED(1.5f, 3.5f),
    /** A dash, a dot. */
    DASH_DOT(9, 3.5f, 2, 3.5f),
    /** Long dashes. */
    LONG(14, 4),
    /** A dash, two dots. */
    DASH_DOT_DOT(9, 3, 2, 3, 2, 3),
    /** Short dashes close together. */
    SHORT(4, 2),
    /** A long dash, a short one. */
    LONG_SHORT(12, 3, 4, 3);

    private final float[] pattern;

    Dash(float... pattern) {
        this.pattern = pattern;
    }

    /** Lengths of line and gap for a line 2 wide; empty for a solid line. */
    public float[] pattern() {
        return pattern.clone();
    }

    /** A stroke of this style for Java2D. */
    public BasicStroke stroke(float width) {
        if (pattern.length == 0) {
            return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, scaled(width / 2), 0);
    }

    private float[] scaled(float factor) {
        float[] lengths = pattern.clone();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] *= factor;
        }
        return lengths;
    }
}
