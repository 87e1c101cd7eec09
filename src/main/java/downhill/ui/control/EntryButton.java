package downhill.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/**
 * An entry of a list that leads somewhere, made of lines that wrap. A button as it is asks their height before it knows how wide they are.
 */
public final class EntryButton extends Button {
    private final Region content;

    /** As wide as the list, and as high as {@code content} is there. */
    public EntryButton(Region content) {
        super("", content);
        this.content = content;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("list-button");
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + snappedBottomInset() + content.prefHeight(width < 0 ? -1 : width - sides);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
