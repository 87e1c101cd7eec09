package downhill.ui.screen.fork;

import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.TrainingSettings;
import downhill.setting.Setting;
import downhill.ui.control.Buttons;
import downhill.ui.control.Checked;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.SearchChoice;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import downhill.ui.session.Session;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks what shall be different from the step shown on, and branches off. */
public final class ForkSheet {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 196;
    private static final double NUMBER = 108;

    private final ForkModel model;
    private final Sheets sheets;
    private final Choice<Aspect> aspect;
    private final StackPane editor = new StackPane();
    private final Label name = Labels.plain("", "strong");
    private Supplier<Difference> chosen = Difference.None::new;

    private ForkSheet(ForkModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
        boolean known = !names().isEmpty() && model.source().isPresent();
        List<Aspect> aspects = Aspect.of(model).stream().filter(one -> known || one.kind() != Aspect.Kind.PARAMETER).toList();
        aspect = new Choice<Aspect>(Messages.binding("fork.what"), aspects, Aspect::words).start(aspects.get(0), this::edit);
        aspect.setId("fork-what");
        name.setId("fork-name");
        edit(aspects.get(0));
    }

    /** Pauses the race and asks about the contender chosen; nothing where none is chosen or the race is not ready. */
    public static void open(Session session, Sheets sheets) {
        String id = session.selection().contenderProperty().get();
        ContenderSpec parent = session.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (parent == null || !session.race().isOpen() || session.ruleOf(parent).isEmpty()) {
            return;
        }
        session.race().pause();
        new ForkSheet(new ForkModel(session, parent, session.snapshotProperty().get().step()), sheets).show();
    }

    private void show() {
        Label about = Rows.paragraph(Messages.binding("fork.about", model.past(), Numbers.count(model.step())));
        VBox form = new VBox(8, about, Rows.field(Messages.binding("fork.what"), aspect),
                Rows.field(Messages.binding("fork.to"), editor), Rows.field(Messages.binding("fork.name"), name));
        form.setPrefHeight(HEIGHT); // the paragraph wraps, which a scrolled form cannot foresee
        sheets.open(Messages.binding("fork.title", Numbers.count(model.step())), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("fork.apply", this::apply));
        focus();
    }

    private void apply() {
        model.apply(chosen.get());
        sheets.close();
    }

    private void focus() {
        if (!editor.getChildren().isEmpty()) {
            Node first = editor.getChildren().get(0);
            (first instanceof VBox box ? box.getChildren().get(0) : first).requestFocus();
        }
        if (editor.getScene() != null && editor.getScene().getFocusOwner() instanceof TextField field) {
            field.selectAll();
        }
    }

    private void edit(Aspect what) {
        editor.getChildren().setAll(switch (what.kind()) {
            case NUMBER -> number(what.number());
            case RULE -> rule();
            case BATCH -> setting(TrainingSettings.BATCH, (long) model.batch(), rows -> new Difference.OtherBatch(rows.intValue()));
            case L1 -> setting(Penalty.L1, model.penalty().l1(), Difference.OtherL1::new);
            case L2 -> setting(Penalty.L2, model.penalty().l2(), Difference.OtherL2::new);
            case PARAMETER -> parameter();
        });
        rename();
    }

    private void rename() {
        name.setText(model.name(chosen.get()));
    }

    /** Starts with the parent's value: typing another makes the branch another. */
    private Node number(Hyperparameter what) {
        NumberField field = new NumberField(what.legal(), false, model.value(what));
        field.accessibleTextProperty().bind(Messages.binding("formula.name", what.symbol(), RuleWords.binding(what)));
        field.setMaxWidth(NUMBER);
        field.refuse(value -> what.problemWith(value) == null ? null : Messages.text("number.illegal", what.legal().toString()));
        field.setId("fork-value");
        field.valueProperty().addListener((source, old, now) -> rename());
        chosen = () -> new Difference.OtherNumber(what, field.valueProperty().get());
        return new VBox(2, field, field.problemLabel());
    }

    private <T> Node setting(Setting<T> what, T start, Function<T, Difference> difference) {
        SettingField<T> field = new SettingField<>(what, start).onChange(this::rename);
        field.control().setId("fork-value");
        chosen = () -> difference.apply(field.value());
        return new VBox(2, field.control(), ((Checked) field.control()).problemLabel());
    }

    private Node rule() {
        Choice<Rule> rule = new Choice<Rule>(Messages.binding("fork.rule"), model.rules(), RuleWords::name)
                .start(model.rule(), now -> rename());
        rule.setId("fork-value");
        chosen = () -> rule.getValue().equals(model.rule()) ? new Difference.None() : new Difference.OtherRule(rule.getValue());
        return rule;
    }

    private List<String> names() {
        Racing race = model.session().race().racing();
        return race == null ? List.of() : race.parameterNames();
    }

    private Node parameter() {
        List<String> names = names();
        SearchChoice which = new SearchChoice(Messages.binding("fork.parameter"), names);
        NumberField value = Whole.real(Messages.binding("fork.parameter.value"), -1e9, 1e9, 0);
        value.setId("fork-value");
        which.valueProperty().addListener((source, old, now) -> fill(value, now.intValue()));
        value.valueProperty().addListener((source, old, now) -> rename());
        chosen = () -> new Difference.OtherParameter(which.valueProperty().get(), names.get(which.valueProperty().get()),
                value.valueProperty().get());
        fill(value, 0);
        return new VBox(4, which, value, value.problemLabel());
    }

    /** The value that the parameter has at the step, once the race has told it. */
    private void fill(NumberField field, int index) {
        rename();
        model.session().race().racing().parametersAt(model.source().orElseThrow(), model.step())
                .thenAccept(row -> javafx.application.Platform.runLater(() -> {
                    if (!field.isFocused()) {
                        field.valueProperty().set(row[index]);
                    }
                }));
    }
}
