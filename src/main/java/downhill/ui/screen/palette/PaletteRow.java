package downhill.ui.screen.palette;

import downhill.ui.command.Command;
import downhill.ui.command.KeyText;
import downhill.ui.control.Labels;
import java.util.BitSet;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A command in the palette: whether it is on, its words with the letters typed, its menu or why it cannot be done, its key. */
final class PaletteRow extends ListCell<Hit> {
    private static final double CHECK = 16;
    private static final double GAP = 8;
    private static final double KEYS = 104;

    PaletteRow() {
        getStyleClass().add("palette-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setGraphic(empty || hit == null ? null : line(hit));
        setAccessibleText(empty || hit == null ? null : words(hit));
    }

    /** All that a line says, to be read out. */
    static String words(Hit hit) {
        Command command = hit.command();
        String key = command.keys().isEmpty() ? "" : ", " + KeyText.of(command.keys().get(0));
        String why = command.isEnabled() ? "" : ", " + command.obstacle();
        return command.words().getValue() + key + why;
    }

    private static HBox line(Hit hit) {
        String obstacle = hit.command().obstacle();
        Label aside = Labels.plain(obstacle.isEmpty() ? hit.group() : obstacle, "secondary", "palette-aside");
        aside.setMinWidth(0);
        HBox line = new HBox(GAP, check(hit.command()), words(hit, obstacle.isEmpty()), space(), aside, keys(hit.command()));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static StackPane check(Command command) {
        StackPane place = new StackPane();
        place.setMinWidth(CHECK);
        if (command.state() != null && command.state().get()) {
            place.getChildren().add(new FontIcon(Feather.CHECK));
        }
        return place;
    }

    private static TextFlow words(Hit hit, boolean enabled) {
        TextFlow flow = new TextFlow();
        flow.setMinWidth(Region.USE_PREF_SIZE);
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        String words = hit.command().words().getValue();
        BitSet marks = hit.marks();
        for (int from = 0; from < words.length();) {
            boolean marked = marks.get(from);
            int next = marked ? marks.nextClearBit(from) : marks.nextSetBit(from);
            int to = next < 0 ? words.length() : Math.min(next, words.length());
            flow.getChildren().add(part(words.substring(from, to), marked, enabled));
            from = to;
        }
        return flow;
    }

    private static Text part(String words, boolean marked, boolean enabled) {
        Text text = new Text(words);
        text.getStyleClass().add("words");
        if (marked) {
            text.getStyleClass().addAll("strong", "accent-text");
        } else if (!enabled) {
            text.getStyleClass().add("secondary");
        }
        return text;
    }

    private static HBox keys(Command command) {
        HBox keys = new HBox(3);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(KEYS);
        if (!command.keys().isEmpty()) {
            KeyText.parts(command.keys().get(0)).forEach(part -> keys.getChildren().add(Labels.plain(part, "key-cap")));
        }
        return keys;
    }
}
