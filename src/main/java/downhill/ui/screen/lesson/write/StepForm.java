package downhill.ui.screen.lesson.write;

import downhill.lesson.Setup;
import downhill.lesson.Step;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A step: what it opens, what can be seen and changed, what it asks and how far it runs. */
final class StepForm {
    private static final double FARTHEST = 1e9;

    private final DraftModel model;
    private final VBox box = new VBox(8);

    /** {@code opened} makes what is open now, under a name in the draft, the race of the step. */
    StepForm(DraftModel model, Consumer<BiFunction<Step, Setup, Step>> opened) {
        this.model = model;
        Step step = model.step().step();
        TextField id = Fields.line(step.id());
        id.setId("draft-step-id");
        id.textProperty().addListener((source, old, typed) -> model.typeStep(now -> now.withId(typed.strip())));
        box.getChildren().addAll(Rows.field(Messages.binding("draft.step.id"), id), open(step, opened));
        box.getChildren().addAll(Labels.styled(Labels.of("draft.views"), "strong"), views(step),
                Labels.styled(Labels.of("draft.controls"), "strong"), controls(step));
        box.getChildren().addAll(Labels.styled(Labels.of("draft.asks"), "strong"), asked(step));
        if (model.raced() != null) {
            box.getChildren().addAll(new PromptForm(model).nodes());
            if (step.task() == null) {
                box.getChildren().add(Rows.field(Messages.binding("draft.run"), run(step)));
            } else {
                box.getChildren().addAll(new TaskForm(model, opened).nodes());
            }
        }
    }

    Node node() {
        return box;
    }

    private Node open(Step step, Consumer<BiFunction<Step, Setup, Step>> opened) {
        Label what = Labels.plain("", "secondary");
        what.setWrapText(true);
        what.setText(told(step));
        Button now = Buttons.ghost("draft.open.now", () -> opened.accept(Step::withOpen));
        now.setId("draft-open");
        WrapRow buttons = new WrapRow(6);
        buttons.getChildren().add(now);
        if (step.open() != null) {
            buttons.getChildren().add(Buttons.ghost("draft.open.none", () -> model.editStep(one -> one.withOpen(null))));
        }
        return new VBox(4, Labels.styled(Labels.of("draft.open"), "strong"), what, buttons);
    }

    private String told(Step step) {
        if (model.raced() == null) {
            return Messages.text("draft.open.nothing");
        }
        String who = String.join(", ", model.raced().contenders().stream().map(one -> one.name()).toList());
        return step.open() == null ? Messages.text("draft.open.before", who)
                : Messages.text("draft.open.what", step.open().document(), who);
    }

    /** The order in which they are chosen is the order of the tabs. */
    private Node views(Step step) {
        WrapRow row = new WrapRow(10);
        List<String> chosen = step.views() == null ? List.of() : step.views();
        for (String view : Step.VIEWS) {
            CheckBox box = Rows.check(Messages.binding(view.equals("workers") ? "tab.box" : "tab." + view));
            box.setSelected(chosen.contains(view));
            box.setId("draft-view-" + view);
            box.selectedProperty().addListener((source, old, on) -> model.typeStep(now -> {
                List<String> all = new ArrayList<>(now.views() == null ? List.of() : now.views());
                all.remove(view);
                if (on) {
                    all.add(view);
                }
                return now.withViews(all.isEmpty() ? null : all);
            }));
            row.getChildren().add(box);
        }
        return row;
    }

    private Node controls(Step step) {
        WrapRow row = new WrapRow(10);
        for (String control : Step.CONTROLS) {
            CheckBox box = Rows.check(Messages.binding("draft.control." + control));
            box.setSelected(step.controls().contains(control));
            box.setId("draft-control-" + control);
            box.selectedProperty().addListener((source, old, on) -> model.typeStep(now -> {
                List<String> all = new ArrayList<>(now.controls());
                all.remove(control);
                if (on) {
                    all.add(control);
                }
                return now.withControls(all);
            }));
            row.getChildren().add(box);
        }
        return row;
    }

    private Node asked(Step step) {
        if (model.raced() == null) {
            return Rows.paragraph(Messages.binding("draft.asks.first"));
        }
        Choice<AskedKind> kind = new Choice<>(Messages.binding("draft.asks"), List.of(AskedKind.values()),
                one -> Messages.text("draft.asks." + one.key()));
        kind.setId("draft-asks");
        kind.setMaxWidth(Double.MAX_VALUE);
        return kind.start(AskedKind.of(step), chosen -> model.editStep(now -> chosen.begun(now, model.raced())));
    }

    private Node run(Step step) {
        NumberField run = new NumberField(0, FARTHEST, true, step.run() == null ? 0 : step.run());
        run.setId("draft-run");
        run.valueProperty().addListener((source, old, typed) -> model.typeStep(now -> now.withRun(typed.longValue() == 0 ? null
                : typed.longValue())));
        return run;
    }
}
