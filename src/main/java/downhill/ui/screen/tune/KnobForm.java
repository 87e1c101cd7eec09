package downhill.ui.screen.tune;

import downhill.study.Searchable;
import downhill.study.space.Choices;
import downhill.study.space.Condition;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.ValueText;
import downhill.study.space.VaryText;
import downhill.ui.control.CheckedNote;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.KnobWords;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a knob may be, as a form; each change is checked, and what cannot be is said at once. */
final class KnobForm {
    private static final double NUMBER = 130;

    private final Searchable what;
    private final Function<Knob, Said> judge;
    private final Segments<Boolean> kind = new Segments<>(List.of(true, false),
            range -> Messages.binding(range ? "tune.knob.range" : "tune.knob.values"));
    private final CheckedText low;
    private final CheckedText high;
    private final CheckBox log = Rows.check(Messages.binding("tune.knob.log"));
    private final CheckedText step;
    private final CheckedText values;
    private final Choice<Optional<Knob>> when;
    private final CheckedText only;
    private final CheckedNote note = new CheckedNote(this::problem);
    private final VBox node = new VBox(8);

    /**
     * @param now    as it is, or null for a fresh one
     * @param others that it may depend on, of choices
     * @param judge  says what is wrong with it among the others
     */
    KnobForm(Searchable what, Knob now, List<Knob> others, List<String> texts, KnobWords words, Function<Knob, Said> judge) {
        this.what = what;
        this.judge = judge;
        Extent start = now == null ? what.start() : now.extent();
        NumberRange range = range(start, what.start());
        low = number("tune.knob.low", range == null ? "" : text(range, range.low()));
        high = number("tune.knob.high", range == null ? "" : text(range, range.high()));
        boolean stepped = range != null && range.step() > 0 && !(range.whole() && range.step() == 1);
        step = new CheckedText(Messages.binding("tune.knob.step"), stepped ? text(range, range.step()) : "",
                text -> text.isBlank() ? "" : numberProblem(text));
        log.setSelected(range != null && range.log());
        values = new CheckedText(Messages.binding("tune.knob.values"), start instanceof Choices choices ? joined(choices.values()) : "",
                text -> text.isBlank() ? Messages.text("tune.knob.values.needed") : "");
        Condition condition = now == null || now.when().isEmpty() ? null : now.when().get(0);
        List<Optional<Knob>> deciders = new ArrayList<>(List.of(Optional.empty()));
        others.stream().filter(other -> other.extent() instanceof Choices).map(Optional::of).forEach(deciders::add);
        Optional<Knob> decider = deciders.stream().filter(each -> condition != null
                && each.map(Knob::name).filter(condition.knob()::equals).isPresent()).findFirst().orElse(Optional.empty());
        when = new Choice<Optional<Knob>>(Messages.binding("tune.knob.when"), deciders,
                each -> each.map(other -> Messages.text("tune.knob.when.of", words.label(other.name())))
                        .orElse(Messages.text("tune.knob.when.always"))).start(decider, each -> changed());
        only = new CheckedText(Messages.binding("tune.knob.only"), condition == null ? "" : joined(condition.values()),
                text -> text.isBlank() ? Messages.text("tune.knob.values.needed") : "");
        kind.valueProperty().set(what.isNumber() && !(start instanceof Choices));
        build(texts);
        listen();
        changed();
    }

    /** What the fields of a range begin with; null where they begin empty. */
    private static NumberRange range(Extent now, Extent usual) {
        if (now instanceof NumberRange numbers) {
            return numbers;
        }
        return usual instanceof NumberRange numbers ? numbers : null;
    }

    private void build(List<String> texts) {
        HBox kinds = Rows.field(Messages.binding("tune.knob.kind"), kind.boxed());
        HBox[] ofRange = {Rows.field(Messages.binding("tune.knob.low"), low), Rows.field(Messages.binding("tune.knob.high"), high),
            Rows.field(Messages.binding("tune.knob.step"), step)};
        HBox ofValues = Rows.field(Messages.binding("tune.knob.values"), values);
        HBox only1 = Rows.field(Messages.binding("tune.knob.only"), only);
        show(kinds, what.isNumber());
        node.getChildren().addAll(kinds, ofRange[0], ofRange[1], log, ofRange[2], ofValues);
        if (!texts.isEmpty()) {
            javafx.scene.control.Label all = Rows.paragraph(Messages.binding("tune.knob.all", String.join(", ", texts)));
            all.visibleProperty().bind(ofValues.visibleProperty());
            all.managedProperty().bind(ofValues.visibleProperty());
            node.getChildren().add(all);
        }
        node.getChildren().addAll(Rows.divider(), Rows.field(Messages.binding("tune.knob.when"), when), only1, note);
        kind.valueProperty().addListener((source, old, now) -> arrange(ofRange, ofValues, only1));
        when.valueProperty().addListener((source, old, now) -> arrange(ofRange, ofValues, only1));
        arrange(ofRange, ofValues, only1);
    }

    private void arrange(HBox[] ofRange, HBox ofValues, HBox ofCondition) {
        boolean range = kind.valueProperty().get();
        Arrays.stream(ofRange).forEach(row -> show(row, range));
        log.setVisible(range);
        log.setManaged(range);
        show(ofValues, !range);
        show(ofCondition, when.getValue() != null && when.getValue().isPresent());
    }

    private static void show(HBox row, boolean on) {
        row.setVisible(on);
        row.setManaged(on);
    }

    private void listen() {
        for (CheckedText field : List.of(low, high, step, values, only)) {
            field.textProperty().addListener((source, old, now) -> changed());
        }
        log.selectedProperty().addListener((source, old, now) -> changed());
        kind.valueProperty().addListener((source, old, now) -> changed());
    }

    private void changed() {
        note.take();
    }

    VBox node() {
        return node;
    }

    private CheckedText number(String key, String start) {
        CheckedText field = new CheckedText(Messages.binding(key), start, KnobForm::numberProblem);
        field.getStyleClass().add("number");
        field.setMaxWidth(NUMBER);
        return field;
    }

    private static String numberProblem(String text) {
        return Double.isFinite(Numbers.parse(text)) ? "" : Messages.text("tune.knob.number");
    }

    private static String text(NumberRange range, double value) {
        return ValueText.of(range.whole() ? (Object) (long) value : (Object) value);
    }

    private static String joined(List<Object> values) {
        return String.join(", ", values.stream().map(ValueText::of).toList());
    }

    /** What is wrong with all of it; nothing where a field says so itself. */
    private Said problem() {
        boolean said = kind.valueProperty().get() && (isWrong(low) || isWrong(high) || !step.getText().isBlank() && isWrong(step));
        if (said || !kind.valueProperty().get() && values.getText().isBlank() || isConditional() && only.getText().isBlank()) {
            return Said.NOTHING;
        }
        try {
            return judge.apply(value());
        } catch (RefusedException refused) {
            return refused.said();
        }
    }

    private static boolean isWrong(CheckedText field) {
        return !Double.isFinite(Numbers.parse(field.getText()));
    }

    private boolean isConditional() {
        return when.getValue() != null && when.getValue().isPresent();
    }

    /**
     * The knob as it stands.
     *
     * @throws RefusedException of one sentence where it is none
     */
    Knob value() {
        Extent extent = kind.valueProperty().get() ? range() : new Choices(pieces(values.getText()));
        Knob knob = new Knob(what.name(), extent);
        return isConditional() ? knob.onlyWhen(new Condition(when.getValue().orElseThrow().name(), pieces(only.getText()))) : knob;
    }

    private NumberRange range() {
        double steps = step.getText().isBlank() ? 0 : Numbers.parse(step.getText());
        return new NumberRange(Numbers.parse(low.getText()), Numbers.parse(high.getText()), log.isSelected(), steps, what.isWhole());
    }

    private static List<Object> pieces(String text) {
        return VaryText.values(text.replaceAll("[，、;；]", ","));
    }
}
