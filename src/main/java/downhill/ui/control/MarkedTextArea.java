package downhill.ui.control;

import downhill.ui.fx.Subscriptions;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Text of several lines with their numbers at the left, and a wavy line under what is wrong. */
public final class MarkedTextArea extends StackPane {
    private static final double GUTTER = 30;
    private static final double WAVE = 2;
    private static final double SHORTEST = 7;

    private final TextArea text = Fields.area();
    private final Path wave = new Path();
    private final Pane numbers = new Pane();
    private final Pane over = new Pane(numbers, wave);
    private final Subscriptions attached = new Subscriptions();
    private final Runnable pulse = this::place;
    private int from = -1;
    private int to = -1;
    private boolean moved = true;

    /** Empty, with nothing wrong. */
    public MarkedTextArea() {
        getStyleClass().add("marked-text");
        wave.getStyleClass().add("squiggle");
        wave.setManaged(false);
        over.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        attached.bind(clip.widthProperty(), over.widthProperty());
        attached.bind(clip.heightProperty(), over.heightProperty());
        over.setClip(clip);
        getChildren().addAll(text, over);
        attached.listen(text.textProperty(), now -> moved = true);
        attached.listen(text.scrollTopProperty(), now -> moved = true);
        attached.listen(text.scrollLeftProperty(), now -> moved = true);
        attached.listen(text.layoutBoundsProperty(), now -> moved = true);
        attached.listen(text.fontProperty(), now -> moved = true);
        sceneProperty().addListener((source, old, now) -> changed(old, now));
    }

    /** Where a person writes. */
    public TextArea text() {
        return text;
    }

    /** Underlines the characters from {@code start} up to {@code end}; nothing where {@code start} is negative. */
    public void mark(int start, int end) {
        from = start;
        to = end;
        moved = true;
        requestLayout();
    }

    /** The wavy line, empty where nothing is marked or it is scrolled out of view; for tests. */
    public Path squiggle() {
        return wave;
    }

    private void changed(Scene old, Scene now) {
        if (old != null) {
            old.removePostLayoutPulseListener(pulse);
        }
        if (now != null) {
            moved = true;
            now.addPostLayoutPulseListener(pulse);
        } else {
            attached.dispose();
        }
    }

    /** After each layout: only then is it known where the characters are. */
    private void place() {
        if (!moved || !(text.getSkin() instanceof TextAreaSkin skin)) {
            return;
        }
        moved = false;
        underline(skin);
        number(skin);
    }

    private void underline(TextAreaSkin skin) {
        wave.getElements().clear();
        if (from < 0) {
            return;
        }
        int length = text.getLength();
        Rectangle2D first = skin.getCharacterBounds(Math.min(from, length));
        Rectangle2D last = skin.getCharacterBounds(Math.min(Math.max(from, to - 1), length));
        double left = first.getMinX();
        double right = last.getMinY() > first.getMinY() ? first.getMaxX() : last.getMaxX();
        double base = first.getMaxY();
        wave.getElements().add(new MoveTo(left, base));
        boolean up = true;
        for (double x = left + WAVE; x <= Math.max(right, left + SHORTEST); x += WAVE) {
            wave.getElements().add(new LineTo(x, base - (up ? WAVE : 0)));
            up = !up;
        }
    }

    private void number(TextAreaSkin skin) {
        numbers.getChildren().clear();
        String[] lines = text.getText().split("\n", -1);
        int at = 0;
        for (int i = 0; i < lines.length; i++) {
            Rectangle2D place = skin.getCharacterBounds(at);
            boolean behindLast = i > 0 && at == text.getLength() && lines[i].isEmpty(); // has no character to stand beside
            if (!behindLast && place.getMaxY() > 0 && place.getMinY() < getHeight()) {
                boolean wrong = from >= at && from <= at + lines[i].length();
                Text number = new Text(String.valueOf(i + 1));
                number.getStyleClass().add(wrong ? "line-number-wrong" : "line-number");
                number.applyCss();
                number.setX(GUTTER - number.getLayoutBounds().getWidth());
                number.setY(place.getMaxY() - 4);
                numbers.getChildren().add(number);
            }
            at += lines[i].length() + 1;
        }
    }
}
