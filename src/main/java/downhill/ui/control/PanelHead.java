package downhill.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A line over a picture: a name at the left, a remark whose number comes last at the right, and perhaps switches. Where both do
 * not fit the name ends in an ellipsis, then the remark begins with one; its last word is the last to go. Tooltips tell both.
 */
public final class PanelHead extends Region {
    private static final double GAP = 8;
    /** Of the room for words, what the name keeps beside a longer remark. */
    private static final double NAME = 0.4;

    private final ContenderName name = new ContenderName();
    private final Label remark = Labels.shortened(Labels.plain("", "secondary", "small"));
    private final HBox more = new HBox(6);
    /** As what is around it knows it. */
    private double high;

    /** Without words yet; {@code switches} come last and are never shortened. */
    public PanelHead(Node... switches) {
        remark.setTextOverrun(OverrunStyle.LEADING_WORD_ELLIPSIS);
        remark.setAlignment(Pos.CENTER_RIGHT);
        more.getChildren().addAll(switches);
        more.setPadding(new Insets(0, 0, 0, switches.length == 0 ? 0 : GAP));
        more.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(name, remark, more);
    }

    /** Shows a name in the colour of contender {@code style}, that of plain words below 0, and a remark. */
    public void show(String words, int style, String remarked) {
        name.show(words, style);
        remark.setText(remarked);
    }

    /** Its words change some times a second: unless it becomes higher or lower, nothing around it is laid out anew. */
    @Override
    public void requestLayout() {
        double now = computePrefHeight(-1);
        if (now == high) {
            setNeedsLayout(true);
        } else {
            high = now;
            super.requestLayout();
        }
    }

    /** Adds something that is never shortened at the right. */
    public void add(Node... switches) {
        more.getChildren().addAll(switches);
        more.setPadding(new Insets(0, 0, 0, GAP));
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + GAP + remark.prefWidth(-1) + more.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(name.prefHeight(-1), Math.max(remark.prefHeight(-1), more.prefHeight(-1)));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(0, getWidth() - more.prefWidth(-1));
        double said = remark.getText().isEmpty() ? 0 : remark.prefWidth(-1) + GAP;
        double right = Math.min(room, Math.min(said, Math.max(room * (1 - NAME), room - name.prefWidth(-1))));
        place(name, 0, room - right);
        place(remark, room - right + Math.min(right, GAP), Math.max(0, right - GAP));
        place(more, room, getWidth() - room);
    }

    private void place(Region node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    }
}
