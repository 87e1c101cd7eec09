package downhill.ui.screen.evaluate;

import downhill.ui.command.Command;
import downhill.ui.control.EmptyState;
import javafx.scene.Node;

/**
 * A view that only classes have.
 *
 * @param <R> what is computed
 */
abstract class ClassScreen<R> extends FoundScreen<R> {
    ClassScreen(EvaluateModel model, Command run, String titleKey) {
        super(model, run, titleKey);
    }

    @Override
    protected final Node unfit() {
        boolean numbers = model.task() != null && !model.task().isClassification() && model.state().hearing() == null
                || model.state().hearing() != null && !model.state().hearing().task().isClassification();
        return numbers ? new EmptyState("evaluate.classes", "evaluate.classes.only") : null;
    }
}
