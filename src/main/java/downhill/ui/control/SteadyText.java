package downhill.ui.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Words that change many times a second. Nothing around them is laid out anew while they fit where they stand: they keep the
 * room of the longest words until they are told to {@link #fit()}. Where there is too little room they are shortened.
 */
public final class SteadyText extends Region {
    private static final String CUT = "…";
    private static final double ROUNDING = 0.01;

    private final StringProperty words = new SimpleStringProperty(this, "text", "");
    private final Text text = new Text();
    private final HPos side;
    private double room;

    /** Words at the left or the right of their room, with these style classes. */
    public SteadyText(HPos side, String... styles) {
        this.side = side;
        getStyleClass().add("steady-text");
        text.setManaged(false);
        text.getStyleClass().add("words");
        text.getStyleClass().addAll(styles);
        getChildren().add(text);
        words.addListener((source, old, now) -> changed());
        text.fontProperty().addListener((source, old, now) -> {
            room = 0;
            changed();
        });
    }

    /** What is said. */
    public StringProperty textProperty() {
        return words;
    }

    /** What is said, in full. */
    public String getText() {
        return words.get();
    }

    /** Says something else. */
    public void setText(String now) {
        words.set(now);
    }

    /** Looks like this style class where {@code on}, else not. */
    public void style(String name, boolean on) {
        if (on != text.getStyleClass().contains(name)) {
            if (on) {
                text.getStyleClass().add(name);
            } else {
                text.getStyleClass().remove(name);
            }
            fit();
        }
    }

    /** What is to be seen, which is shorter than {@link #getText()} where there is too little room. */
    String shown() {
        return text.getText();
    }

    private void changed() {
        text.setText(words.get());
        double wide = width();
        boolean more = wide > room;
        room = Math.max(room, wide);
        if (more && getPrefWidth() == USE_COMPUTED_SIZE) {
            requestLayout();
        } else {
            place();
        }
    }

    /** Gives back the room that the words of now do not need. */
    public void fit() {
        if (width() < room) {
            room = width();
            requestLayout();
        }
    }

    private double width() {
        return snapSizeX(text.getLayoutBounds().getWidth());
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + room + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snapSizeY(text.getLayoutBounds().getHeight()) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + text.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        text.setText(words.get());
        place();
    }

    private void place() {
        double free = getWidth() - snappedLeftInset() - snappedRightInset();
        if (free <= 0) {
            return; // not laid out yet
        }
        shorten(free);
        double spare = side == HPos.RIGHT ? free - text.getLayoutBounds().getWidth() : 0;
        double high = getHeight() - snappedTopInset() - snappedBottomInset() - text.getLayoutBounds().getHeight();
        // to move a node by its layoutX lays out the parents of its parent, even where it is not managed
        text.setTranslateX(snapPositionX(snappedLeftInset() + spare) - text.getLayoutBounds().getMinX());
        text.setTranslateY(snapPositionY(snappedTopInset() + high / 2) - text.getLayoutBounds().getMinY());
    }

    private void shorten(double free) {
        String whole = words.get();
        for (int kept = whole.length() - 1; kept >= 0 && text.getLayoutBounds().getWidth() > free + ROUNDING; kept--) {
            text.setText(whole.substring(0, kept) + CUT);
        }
    }
}
