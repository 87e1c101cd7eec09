package downhill.ui.screen.data;

import downhill.data.BadCell;
import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.data.csv.Decision;
import downhill.data.csv.Imported;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** One line for each thing that is found out about a file: what it is, why, and a list to say otherwise. */
final class ImportForm extends GridPane {
    private static final List<String> ENCODINGS = List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "windows-1250",
            "windows-1251", "windows-1253", "GB18030", "Big5", "Shift_JIS", "EUC-KR", "UTF-16LE", "UTF-16BE");
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", " ", ":", "^", "~");
    private static final int MOST_SKIPPED = 30;

    private final ImportModel model;
    private final List<Node> controls = new ArrayList<>();
    private Imported read;
    private Dialect found;
    private DialectChoice said;

    ImportForm(ImportModel model) {
        this.model = model;
        setHgap(12);
        setVgap(4);
        ColumnConstraints reason = new ColumnConstraints();
        reason.setHgrow(Priority.ALWAYS);
        ColumnConstraints name = new ColumnConstraints(176);
        getColumnConstraints().setAll(name, new ColumnConstraints(210), reason);
    }

    /** Shows what was found in a file beside what was said about it. */
    void show(Imported imported) {
        int focused = controls.stream().filter(Node::isFocused).mapToInt(controls::indexOf).findFirst().orElse(-1);
        getChildren().clear();
        controls.clear();
        read = imported;
        found = imported.report().dialect();
        said = model.optionsProperty().get().said();
        fill();
        if (focused >= 0) {
            controls.get(focused).requestFocus();
        }
    }

    private void fill() {
        line("encoding", "encoding", said.encoding(), found.encoding(), ENCODINGS, text -> text,
                now -> model.say(choice -> choice.withEncoding(now)));
        line("delimiter", "delimiter", said.delimiter(), found.delimiter(), DELIMITERS, DataWords::mark, this::takeDelimiter);
        otherDelimiter();
        line("quote", "quote", said.quote(), found.quote(), List.of("\"", "'", ""), DataWords::mark,
                now -> model.say(choice -> choice.withQuote(now).withEscape(null)));
        line("escape", "", said.escape(), found.escape(), List.of(found.quote().isEmpty() ? "\"" : found.quote(), "\\"), this::escape,
                now -> model.say(choice -> choice.withEscape(now)));
        line("header", "header", said.header(), found.header(), List.of(true, false), ImportForm::truth,
                now -> model.say(choice -> choice.withHeader(now)));
        line("rowNames", "", said.rowNames(), read.table().names().get(0).equals("row_name"), List.of(true, false), ImportForm::truth,
                now -> model.say(choice -> choice.withRowNames(now)));
        line("decimal", "decimal", said.decimal(), found.decimal(), List.of(".", ","), DataWords::mark,
                now -> model.say(choice -> choice.withDecimal(now)));
        line("thousands", "thousands", said.thousands(), found.thousands(), List.of("", ",", ".", " ", "'"), DataWords::mark,
                now -> model.say(choice -> choice.withThousands(now)));
        String order = decision("dates").map(Decision::value).orElse(null);
        line("dates", "dates", said.dates(), order == null ? "none" : order, List.of(DialectChoice.DAY_FIRST, DialectChoice.MONTH_FIRST),
                ImportForm::order,
                now -> model.say(choice -> choice.withDates(now)));
        line("skipLines", "skipped lines", said.skipLines(), found.skipLines(), IntStream.rangeClosed(0, MOST_SKIPPED).boxed().toList(),
                String::valueOf,
                now -> model.say(choice -> choice.withSkipLines(now)));
        line("comment", "comment", said.comment(), found.comment(), List.of("", "#", "%", ";", "!", "*", "/", "@"), DataWords::mark,
                now -> model.say(choice -> choice.withComment(now)));
        missing();
        cells();
    }

    private void takeDelimiter(String delimiter) {
        model.say(choice -> choice.withDelimiter(delimiter, null));
    }

    /** The delimiter may be any text. */
    private void otherDelimiter() {
        TextField field = Fields.line();
        field.setOnAction(event -> {
            if (!field.getText().isEmpty()) {
                takeDelimiter(field.getText().replace("\\t", "\t"));
            }
        });
        field.accessibleTextProperty().bind(Messages.binding("data.import.otherDelimiter"));
        add("otherDelimiter", field, Labels.styled(Labels.bound(Messages.binding("data.import.otherDelimiter.how")), "secondary", "small"));
    }

    private <T> void line(String key, String what, T said, T found, List<T> values, Function<T, String> words, Consumer<T> change) {
        List<Optional<T>> items = new ArrayList<>(List.of(Optional.empty()));
        values.forEach(value -> items.add(Optional.of(value)));
        if (said != null && !values.contains(said)) {
            items.add(Optional.of(said));
        }
        Choice<Optional<T>> choice = new Choice<Optional<T>>(Messages.binding("data.import." + key), items, value -> value.map(words)
                .orElseGet(() -> said == null ? Messages.text("data.import.found", words.apply(found)) : Messages.text("data.import.find")))
                .start(Optional.ofNullable(said), now -> change.accept(now.orElse(null)));
        add(key, choice, said != null ? Labels.styled(Labels.bound(Messages.binding("data.import.chosen")), "small") : reason(what));
    }

    private Optional<Decision> decision(String what) {
        return read.report().decisions().stream().filter(one -> one.what().equals(what)).findFirst();
    }

    private Label reason(String what) {
        Optional<Decision> decision = decision(what);
        Label label = Labels.styled(Labels.bound(Spoken.binding(decision.map(Decision::why).orElse(Said.NOTHING))),
                decision.map(Decision::sure).orElse(true) ? "secondary" : "warning-text", "small");
        label.setWrapText(true);
        return label;
    }

    private void missing() {
        TextField field = Fields.line(String.join(", ", model.optionsProperty().get().missing()));
        field.accessibleTextProperty().bind(Messages.binding("data.import.missing"));
        String shown = field.getText(); // may have less than the options do: what cannot be seen
        field.setOnAction(event -> takeMissing(field.getText()));
        field.focusedProperty().addListener((source, was, now) -> {
            if (!now && !shown.equals(field.getText())) {
                takeMissing(field.getText());
            }
        });
        add("missing", field, Labels.styled(Labels.bound(Messages.binding("data.import.missing.how")), "secondary", "small"));
    }

    private void takeMissing(String text) {
        List<String> texts = Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
        if (!texts.equals(model.optionsProperty().get().missing())) {
            model.change(options -> options.withMissing(texts));
        }
    }

    private void cells() {
        Choice<BadCell> bad = new Choice<BadCell>(Messages.binding("data.import.badCells"), List.of(BadCell.values()),
                value -> Messages.text("data.import.badCells." + DataWords.key(value))).start(model.optionsProperty().get().badCell(),
                now -> model.change(options -> options.withBadCell(now)));
        add("badCells", bad, new Label());
        CheckBox units = Rows.check(Messages.binding("data.import.units"));
        units.setSelected(model.optionsProperty().get().units());
        units.setOnAction(event -> model.change(options -> options.withUnits(units.isSelected())));
        add(units, 0, getRowCount(), 3, 1);
        controls.add(units);
    }

    private void add(String key, javafx.scene.layout.Region control, Node reason) {
        Label name = Labels.styled(Labels.bound(Messages.binding("data.import." + key)), "secondary");
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setId("import-" + key);
        addRow(getRowCount(), name, control, reason);
        controls.add(control);
    }

    private String escape(String text) {
        String mark = text.equals("\\") ? "data.import.backslash" : "data.import.doubled";
        return Messages.text(text.isEmpty() ? "data.import.none" : mark);
    }

    private static String truth(boolean yes) {
        return Messages.text(yes ? "data.import.yes" : "data.import.no");
    }

    private static String order(String order) {
        return Messages.text("data.import.dates." + (order.isEmpty() ? "open" : order));
    }
}
