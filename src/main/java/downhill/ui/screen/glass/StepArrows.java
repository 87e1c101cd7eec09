package downhill.ui.screen.glass;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Theme;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/** The change of a parameter as an arrow, and below it the one that plain gradient descent would have made, on one scale. */
final class StepArrows extends Region {
    private static final double HEIGHT = 84;
    private static final double HEAD = 9;
    private static final double SIDE = 18;
    private static final double FIRST = 26;
    private static final double SECOND = 46;
    private static final double AXIS = 58;
    /** Of words over the second arrow: below the first one's head, above the second one's. */
    private static final double ABOVE = 8;

    private final Line axis = new Line();
    private final Line own = new Line();
    private final Line plain = new Line();
    private final Polygon ownHead = new Polygon();
    private final Polygon plainHead = new Polygon();
    private final Text ownName = new Text();
    private String whole = "";
    private double room;
    private final Text plainName = new Text();
    private final Text low = new Text();
    private final Text high = new Text();
    private Told told;

    StepArrows() {
        getStyleClass().add("glass-arrows");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        axis.getStyleClass().add("glass-axis");
        plain.getStyleClass().add("glass-plain");
        plainHead.getStyleClass().add("glass-plain");
        plainName.getStyleClass().add("glass-note");
        low.getStyleClass().add("glass-note");
        high.getStyleClass().add("glass-note");
        ownName.getStyleClass().addAll("glass-own", "strong");
        own.setStrokeWidth(2.2);
        plain.setStrokeWidth(1.8);
        getChildren().addAll(axis, own, ownHead, plain, plainHead, ownName, plainName, low, high);
    }

    void show(Told now) {
        told = now;
        boolean finite = Double.isFinite(now.box().change());
        boolean compared = finite && Double.isFinite(now.box().descent());
        for (javafx.scene.Node node : new javafx.scene.Node[] {plain, plainHead, plainName}) {
            node.setVisible(compared);
        }
        Color colour = Color.web(Theme.of(this).palette().contender(now.style()).line().css());
        own.setStroke(colour);
        ownHead.setFill(colour);
        // the theme sets the fill of all text
        ownName.setStyle("-fx-fill: " + Theme.of(this).palette().contender(now.style()).text().css());
        shorten(now.contender());
        plainName.setText(Messages.text("glass.descent"));
        setAccessibleText(Messages.text(compared ? "glass.arrows" : "glass.arrow", now.contender(),
                Numbers.significant(now.box().change(), 3),
                Numbers.significant(now.box().descent(), 3)));
        setVisible(finite);
        setManaged(finite);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (told == null || !isVisible()) {
            return;
        }
        double change = told.box().change();
        double descent = Double.isFinite(told.box().descent()) ? told.box().descent() : 0;
        double least = Math.min(0, Math.min(change, descent));
        double most = Math.max(0, Math.max(change, descent));
        double scale = most > least ? (getWidth() - 2 * SIDE) / (most - least) : 0;
        double start = SIDE - least * scale;
        arrow(own, ownHead, start, start + change * scale, FIRST);
        arrow(plain, plainHead, start, start + descent * scale, SECOND);
        place(axis, 0, getWidth(), AXIS);
        words(ownName, Math.min(Math.min(start, start + change * scale), getWidth() - ownName.getLayoutBounds().getWidth()), FIRST - 9);
        besides(start, start + descent * scale);
        double theta = told.box().theta();
        low.setText(Figures.parameter(theta + least, most - least));
        high.setText(Figures.parameter(theta + most, most - least));
        words(low, 0, AXIS + 16);
        words(high, getWidth() - high.getLayoutBounds().getWidth(), AXIS + 16);
    }

    /** A name longer than the picture is wide ends in an ellipsis; it stands above in full. */
    private void shorten(String name) {
        if (name.equals(whole) && getWidth() == room) {
            return;
        }
        whole = name;
        room = getWidth();
        ownName.setText(name);
        for (int letters = name.length() - 1; letters > 1 && getWidth() > 0
                && ownName.getLayoutBounds().getWidth() > getWidth(); letters--) {
            ownName.setText(name.substring(0, letters).stripTrailing() + "…");
        }
    }

    private void besides(double from, double to) {
        double[] at = besides(from, to, plainName.getLayoutBounds().getWidth(), getWidth());
        words(plainName, at[0], at[1]);
    }

    /** Where words so long begin, and their baseline: beside the arrow where there is room, else above its tail, clear of its head. */
    static double[] besides(double from, double to, double length, double width) {
        double right = Math.max(from, to) + HEAD;
        double left = Math.min(from, to) - HEAD - length;
        if (right + length <= width) {
            return new double[] {right, SECOND + 4};
        }
        if (left >= 0) {
            return new double[] {left, SECOND + 4};
        }
        double tail = to > from ? from : from - length;
        return new double[] {Math.max(0, Math.min(tail, width - length)), SECOND - ABOVE};
    }

    private static void words(Text text, double x, double baseline) {
        text.setX(Math.max(0, x));
        text.setY(baseline);
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }

    /** A change too small to be drawn is a bar across. */
    private static void arrow(Line line, Polygon head, double from, double to, double y) {
        double way = Math.signum(to - from);
        boolean seen = Math.abs(to - from) > HEAD;
        place(line, from, seen ? to - way * HEAD : to, y);
        double size = Math.min(HEAD, Math.abs(to - from));
        double half = Math.max(2.5, size * 0.55);
        double back = to - way * size;
        head.getPoints().setAll(back, y - half, to, y, back, y + half);
        if (size < 1.5) {
            head.getPoints().setAll(from - 1, y - 5, from + 1, y - 5, from + 1, y + 5, from - 1, y + 5);
        }
    }
}
