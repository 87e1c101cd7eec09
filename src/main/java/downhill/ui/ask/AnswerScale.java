package downhill.ui.ask;

import downhill.ui.control.ValueSpan;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Where a predicted number stands between the least and the greatest of training, beside what it is in the data; follows the theme. */
final class AnswerScale extends Region {
    private static final double HEIGHT = 12;
    private static final double DOT = 4;

    private final Line track = new Line();
    private final Line actual = new Line();
    private final Circle dot = new Circle(DOT);
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private final int style;
    private double at = Double.NaN;
    private double there = Double.NaN;

    /** In the colour of contender {@code style}. */
    AnswerScale(int style) {
        this.style = style;
        track.setStrokeWidth(4);
        actual.setStrokeWidth(2);
        getChildren().addAll(track, actual, dot);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        theme.addListener((source, old, now) -> colour());
        colour();
    }

    /** Numbers of {@code span}; NaN for what is not known. */
    void show(ValueSpan span, double predicted, double known) {
        at = share(span, predicted);
        there = share(span, known);
        requestLayout();
    }

    private static double share(ValueSpan span, double value) {
        return (Math.max(span.least(), Math.min(span.greatest(), value)) - span.least()) / (span.greatest() - span.least());
    }

    @Override
    protected void layoutChildren() {
        double length = getWidth() - 2 * DOT;
        double middle = HEIGHT / 2;
        track.setStartX(DOT);
        track.setEndX(DOT + length);
        track.setStartY(middle);
        track.setEndY(middle);
        actual.setVisible(!Double.isNaN(there));
        dot.setVisible(!Double.isNaN(at));
        if (actual.isVisible()) {
            double x = Math.round(DOT + there * length);
            actual.setStartX(x);
            actual.setEndX(x);
            actual.setStartY(0);
            actual.setEndY(HEIGHT);
        }
        if (dot.isVisible()) {
            dot.setCenterX(DOT + at * length);
            dot.setCenterY(middle);
        }
    }

    private void colour() {
        Palette palette = theme.getValue().palette();
        track.setStroke(palette.line().fx());
        actual.setStroke(palette.text().fx());
        dot.setFill(palette.contender(style).line().fx());
    }
}
