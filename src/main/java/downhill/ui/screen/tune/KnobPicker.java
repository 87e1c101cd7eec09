package downhill.ui.screen.tune;

import downhill.setting.Setting;
import downhill.study.Searchable;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.control.TypedList;
import downhill.ui.fx.EnterKey;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.tune.KnobWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every setting that can be searched over, found by typing. */
final class KnobPicker {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 420;

    private final List<Searchable> all;
    private final Consumer<Searchable> chosen;
    private final TypedList<Searchable> found = new TypedList<>("knob", "tune.knob.find", "tune.knob.list", "tune.knob.none");

    KnobPicker(List<Searchable> all, Consumer<Searchable> chosen) {
        this.all = all;
        this.chosen = chosen;
        found.follow(this::search, this::respell);
        found.list().setCellFactory(view -> new Cell());
        found.list().addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        search();
    }

    void open(Sheets sheets) {
        VBox.setVgrow(found.list(), Priority.ALWAYS);
        VBox content = new VBox(8, found.field(), found.list());
        content.setPrefHeight(HEIGHT);
        sheets.open(Messages.binding("tune.knob.title"), WIDTH, content, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("tune.knob.choose", this::take));
        found.field().requestFocus();
    }

    private void search() {
        String[] words = found.typed().toLowerCase(Locale.ROOT).strip().split("\\s+");
        found.list().getItems().setAll(all.stream().filter(one -> {
            String text = (KnobWords.label(one) + " " + one.name() + " " + help(one)).toLowerCase(Locale.ROOT);
            return Arrays.stream(words).allMatch(text::contains);
        }).toList());
        found.list().getSelectionModel().select(0);
    }

    private void respell() {
        search();
        found.list().refresh();
    }

    private void enter(KeyEvent event) {
        if (EnterKey.isAlone(event)) {
            take();
            event.consume();
        }
    }

    private void take() {
        Searchable one = found.chosen();
        if (one != null) {
            chosen.accept(one);
        }
    }

    static String help(Searchable one) {
        Setting<?> setting = one.setting();
        if (setting == null) {
            return Messages.text(one.number() != null ? "tune.knob.ofRules" : "tune.knob.of." + one.name());
        }
        return Spoken.text(setting.help());
    }

    /** A name over what it does, or how rules call it. */
    private final class Cell extends ListCell<Searchable> {
        private final VBox words = new VBox(1);

        Cell() {
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    take();
                }
            });
        }

        @Override
        protected void updateItem(Searchable one, boolean empty) {
            super.updateItem(one, empty);
            setGraphic(empty ? null : words);
            setAccessibleText(empty ? null : KnobWords.label(one));
            if (!empty) {
                words.getChildren().setAll(Labels.plain(KnobWords.label(one), "strong"),
                        Labels.shortened(Labels.plain(help(one), "secondary", "small")));
            }
        }
    }
}
