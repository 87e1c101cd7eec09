package downhill.ui.screen.lesson.write;

import downhill.lesson.Exercise;
import downhill.lesson.Setup;
import downhill.lesson.Step;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** What is to be brought about: the checks, how far it is run, and races that do it and that do not, by which it is proved. */
final class TaskForm {
    private static final double FARTHEST = 1e9;

    private final DraftModel model;
    private final List<Node> nodes = new ArrayList<>();

    TaskForm(DraftModel model, Consumer<BiFunction<Step, Setup, Step>> opened) {
        this.model = model;
        Exercise task = task();
        NumberField run = new NumberField(1, FARTHEST, true, task.run());
        run.valueProperty().addListener((source, old, typed) -> set(new Exercise(task().checks(), typed.longValue(), task().passes(),
                task().fails())));
        nodes.add(Rows.field(Messages.binding("draft.run"), run));
        nodes.add(Labels.secondary("draft.task.checks"));
        nodes.add(new Conditions(task.checks(), model.raced(), all -> set(new Exercise(all, task().run(), task().passes(),
                task().fails()))));
        ways("draft.task.passes", "draft.task.passes.now", task.passes(), opened, true);
        ways("draft.task.fails", "draft.task.fails.now", task.fails(), opened, false);
    }

    List<Node> nodes() {
        return nodes;
    }

    private Exercise task() {
        return model.step().step().task();
    }

    private void set(Exercise now) {
        model.typeStep(step -> step.withTask(now));
    }

    private void ways(String name, String now, List<Setup> ways, Consumer<BiFunction<Step, Setup, Step>> opened, boolean passes) {
        nodes.add(Labels.secondary(name));
        for (int i = 0; i < ways.size(); i++) {
            int place = i;
            nodes.add(new HBox(8, Labels.plain((i + 1) + ". " + ways.get(i).document()), Buttons.link("draft.condition.remove",
                    () -> model.editStep(step -> with(step, without(ways, place), passes)))));
        }
        nodes.add(Buttons.link(now, () -> opened.accept((step, setup) -> {
            List<Setup> all = new ArrayList<>(passes ? step.task().passes() : step.task().fails());
            all.add(setup);
            return with(step, all, passes);
        })));
    }

    private static List<Setup> without(List<Setup> ways, int place) {
        List<Setup> rest = new ArrayList<>(ways);
        rest.remove(place);
        return rest;
    }

    private static Step with(Step step, List<Setup> ways, boolean passes) {
        Exercise task = step.task();
        return step.withTask(new Exercise(task.checks(), task.run(), passes ? ways : task.passes(), passes ? task.fails() : ways));
    }
}
