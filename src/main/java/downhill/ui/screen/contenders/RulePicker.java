package downhill.ui.screen.contenders;

import downhill.optim.Rule;
import downhill.optim.RuleFamily;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
    private final TextField typed = new TextField();
    private final Choice<Optional<RuleFamily>> family;
    private final ListView<Rule> list = new ListView<>();
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
        typed.setId("rule-search");
        typed.promptTextProperty().bind(Messages.binding("contenders.add.search"));
        typed.promptTextProperty().addListener((source, old, now) -> respell());
        typed.accessibleTextProperty().bind(Messages.binding("contenders.add.search"));
        typed.textProperty().addListener((source, old, now) -> search());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        list.setId("rule-list");
        list.accessibleTextProperty().bind(Messages.binding("contenders.rule"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Labels.of("contenders.add.none"));
        list.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> show(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        search();
    }

    void open(Sheets sheets) {
        HBox.setHgrow(typed, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(8, new HBox(8, typed, family), list);
        left.setMinWidth(LIST);
        left.setPrefWidth(LIST);
        HBox.setHgrow(sheet.node(), Priority.ALWAYS);
        HBox both = new HBox(16, left, sheet.node());
        both.setPrefHeight(HEIGHT);
        sheets.open(Messages.binding("contenders.add.title"), WIDTH, both, Buttons.ghost("sheet.cancel", sheets::close), add);
        typed.requestFocus();
    }

    private void search() {
        Rule before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(RuleSearch.found(rules, typed.getText(), family.getValue().orElse(null)));
        list.getSelectionModel().select(Math.max(0, typed.getText().isBlank() ? list.getItems().indexOf(before) : 0));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()));
    }

    /** In another language. */
    private void respell() {
        search();
        list.refresh();
        show(list.getSelectionModel().getSelectedItem());
    }

    private void show(Rule rule) {
        sheet.show(rule);
        add.setDisable(rule == null);
    }

    /** Up and Down go through the list while the letters go into the field. */
    private void walk(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            int to = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.UP ? -1 : 1);
            if (to >= 0 && to < list.getItems().size()) {
                list.getSelectionModel().select(to);
                list.scrollTo(Math.max(0, to - 2));
            }
            event.consume();
        }
    }

    /** A list keeps Enter for itself. */
    private void enter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        Rule rule = list.getSelectionModel().getSelectedItem();
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
