package downhill.ui.screen.contenders;

import downhill.optim.Rule;
import downhill.optim.RuleFamily;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.control.TypedList;
import downhill.ui.fx.EnterKey;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All rules, found by typing and by family, with all that the one chosen does beside them. Up, Down and Enter work while one types. */
final class RulePicker {
    private static final double WIDTH = 860;
    private static final double LIST = 340;
    private static final double HEIGHT = 440;

    private final List<Rule> rules;
    private final Consumer<Rule> chosen;
    private final Choice<Optional<RuleFamily>> family;
    private final TypedList<Rule> found = new TypedList<>("rule", "contenders.add.search", "contenders.rule", "contenders.add.none");
    private final ListView<Rule> list = found.list();
    private final RuleSheet sheet = new RuleSheet();
    private final Button add = Buttons.primary("contenders.add.apply", this::take);

    /** Over {@code rules}; {@code chosen} hears of the one that shall race. */
    RulePicker(List<Rule> rules, Consumer<Rule> chosen) {
        this.rules = rules;
        this.chosen = chosen;
        Stream<Optional<RuleFamily>> families = Stream.concat(Stream.of(Optional.empty()),
                Stream.of(RuleFamily.values()).map(Optional::of));
        family = new Choice<Optional<RuleFamily>>(Messages.binding("contenders.add.family"), families.toList(),
                value -> value.map(RuleSearch::name).orElse(Messages.text("contenders.add.family.all")))
                        .start(Optional.empty(), value -> search());
        found.follow(this::search, this::respell);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> show(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        search();
    }

    void open(Sheets sheets) {
        HBox.setHgrow(found.field(), Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(8, new HBox(8, found.field(), family), list);
        left.setMinWidth(LIST);
        left.setPrefWidth(LIST);
        HBox.setHgrow(sheet.node(), Priority.ALWAYS);
        HBox both = new HBox(16, left, sheet.node());
        both.setPrefHeight(HEIGHT);
        sheets.open(Messages.binding("contenders.add.title"), WIDTH, both, Buttons.ghost("sheet.cancel", sheets::close), add);
        found.field().requestFocus();
    }

    private void search() {
        Rule before = found.chosen();
        list.getItems().setAll(RuleSearch.found(rules, found.typed(), family.getValue().orElse(null)));
        list.getSelectionModel().select(Math.max(0, found.typed().isBlank() ? list.getItems().indexOf(before) : 0));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()));
    }

    /** In another language. */
    private void respell() {
        search();
        list.refresh();
        show(found.chosen());
    }

    private void show(Rule rule) {
        sheet.show(rule);
        add.setDisable(rule == null);
    }

    /** A list keeps Enter for itself. */
    private void enter(KeyEvent event) {
        if (EnterKey.isAlone(event)) {
            take();
            event.consume();
        }
    }

    private void take() {
        Rule rule = found.chosen();
        if (rule != null) {
            chosen.accept(rule);
        }
    }

    /** A rule's name over its families. */
    private final class Cell extends ListCell<Rule> {
        private final VBox words = new VBox(1);

        Cell() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    take();
                }
            });
        }

        @Override
        protected void updateItem(Rule rule, boolean empty) {
            super.updateItem(rule, empty);
            setGraphic(empty ? null : words);
            setAccessibleText(empty ? null : RuleWords.name(rule));
            if (!empty) {
                words.getChildren().setAll(Labels.plain(RuleWords.name(rule), "strong"),
                        Labels.plain(RuleSearch.families(rule), "secondary", "small"));
            }
        }
    }
}
