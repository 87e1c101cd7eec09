package downhill.ui.screen.start;

import downhill.store.LessonLibrary;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** The lessons that come with the program, by their titles: a click or Enter opens one. Their titles are read off the FX thread. */
final class LessonList {
    private static final double LINE = 26;
    private static final double LINES = 5;

    private final FxExecutor work;
    private final ListView<String> list = new ListView<>();
    private Map<String, String> titles = Map.of();

    /** {@code open} is told the id of the one chosen. */
    LessonList(FxExecutor work, Consumer<String> open) {
        this.work = work;
        list.setId("start-lesson-list");
        list.accessibleTextProperty().bind(Messages.binding("start.lessons.list"));
        list.setFixedCellSize(LINE);
        list.setMinHeight(LINE * LINES);
        list.setPrefHeight(LINE * LINES);
        list.setMaxHeight(LINE * LINES);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> chosen(open));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(open);
                event.consume();
            }
        });
        list.accessibleTextProperty().addListener((source, old, now) -> { // in another language
            if (!titles.isEmpty()) {
                fill();
            }
        });
    }

    Node node() {
        return list;
    }

    private void chosen(Consumer<String> open) {
        String id = list.getSelectionModel().getSelectedItem();
        if (id != null) {
            open.accept(id);
        }
    }

    /** Reads the titles in the language spoken. */
    void fill() {
        String language = Messages.languageProperty().get().locale().getLanguage();
        work.<Map<String, String>>submit("start.lessons", task -> read(language), read -> {
            titles = read;
            list.getItems().setAll(read.keySet());
        }, failure -> list.getItems().clear()); // the button below leads to them all the same, and says what is wrong
    }

    private static Map<String, String> read(String language) {
        Map<String, String> titles = new LinkedHashMap<>();
        LessonLibrary.course().forEach(id -> titles.put(id, LessonLibrary.title(id, language.equals("zh") ? language : "en")));
        return titles;
    }

    private final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setText(empty ? null : (getIndex() + 1) + ". " + titles.getOrDefault(id, id));
        }
    }
}
