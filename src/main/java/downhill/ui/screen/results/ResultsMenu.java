package downhill.ui.screen.results;

import downhill.ui.control.Buttons;
import downhill.ui.i18n.Messages;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** A small button whose menu copies or saves the results. */
final class ResultsMenu {
    private final ContextMenu menu = new ContextMenu();
    private final Button button = Buttons.icon(Feather.COPY, "results.take", this::open);

    ResultsMenu(Consumer<SheetFormat> copy, Consumer<SheetFormat> save) {
        button.getStyleClass().add("results-take");
        button.setContextMenu(menu);
        add("results.copy.", copy);
        menu.getItems().add(new SeparatorMenuItem());
        add("results.save.", save);
    }

    private void add(String key, Consumer<SheetFormat> action) {
        Arrays.stream(SheetFormat.values()).forEach(format -> menu.getItems().add(item(key + format.key(), () -> action.accept(format))));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(key);
        item.textProperty().bind(Messages.binding(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void open() {
        menu.show(button, Side.BOTTOM, 0, 0);
    }

    Button button() {
        return button;
    }
}
