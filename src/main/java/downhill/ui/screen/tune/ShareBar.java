package downhill.ui.screen.tune;

import downhill.ui.control.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A name, a bar of some length, and a number, as a row of a card. */
final class ShareBar {
    private static final double NAME = 104;
    private static final double NUMBER = 54;
    private static final double BAR = 10;
    private static final double LEAST = 0.02;

    private ShareBar() {
    }

    /** @param share of the room, 0 to 1 */
    static Node of(String name, double share, String number) {
        Label words = Labels.shortened(Labels.plain(name));
        words.setAlignment(Pos.CENTER_RIGHT);
        words.setMinWidth(NAME);
        words.setPrefWidth(NAME);
        words.setMaxWidth(NAME);
        Label told = Labels.plain(number, "secondary");
        told.setMinWidth(NUMBER);
        told.setPrefWidth(NUMBER);
        HBox row = new HBox(8, words, room(share), told);
        row.getStyleClass().add("value-row");
        row.setAccessibleText(name + ": " + number);
        return row;
    }

    private static HBox room(double share) {
        HBox room = new HBox();
        room.setAlignment(Pos.CENTER_LEFT);
        Region bar = new Region();
        bar.getStyleClass().add("share-bar");
        bar.setMinHeight(BAR);
        bar.setPrefHeight(BAR);
        bar.setMaxHeight(BAR);
        bar.prefWidthProperty().bind(room.widthProperty().multiply(Math.max(LEAST, Math.min(1, share))));
        bar.setMinWidth(0);
        room.getChildren().add(bar);
        room.setMinWidth(0);
        HBox.setHgrow(room, Priority.ALWAYS);
        return room;
    }

    /** A paragraph below such rows. */
    static Label words(String words) {
        Label label = Labels.plain(words, "secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
