package downhill.ui.screen.evaluate;

import downhill.data.split.Fold;
import downhill.ui.command.Command;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A view of something that is computed of what was said of the rows held out, while it is in view and beside the window.
 *
 * @param <R> what is computed
 */
abstract class FoundScreen<R> extends EvaluateScreen {
    private final Line line;
    private R found;
    private EvaluationState of;
    private final Label later = Labels.plain("", "secondary");
    private final VBox whole = new VBox(6);

    FoundScreen(EvaluateModel model, Command run, String titleKey) {
        super(model, run, titleKey);
        line = model.feed().line(titleKey);
        later.setId("evaluate-later");
        later.setWrapText(true);
        later.setMinHeight(Label.USE_PREF_SIZE);
        later.managedProperty().bind(later.textProperty().isNotEmpty());
    }

    /** What the picture depends on beside the answers. */
    protected abstract Object choice();

    /** Computes, on the feed's thread; must not touch the window. {@code choice} is what was chosen. */
    protected abstract R compute(EvaluationState state, Object choice);

    /** Shows it. */
    protected abstract Node show(EvaluationState state, R result);

    @Override
    protected final boolean has(EvaluationState state) {
        return state.finished() != null;
    }

    /** What was found last stays in view until the next is there. */
    @Override
    protected final Node picture(EvaluationState state) {
        Object choice = choice();
        List<Object> key = List.of(System.identityHashCode(state.hearing()), state.finished().answers().get(0).runs().size(), choice);
        if (!line.isAnswered(key)) {
            line.<R>ask(key, task -> compute(state, choice), result -> {
                found = result;
                of = state;
                refresh();
            });
        }
        return found == null || of.hearing() != state.hearing() ? new EmptyState("evaluate.soon", "evaluate.soon.pictures")
                : whole(show(of, found));
    }

    /** With what is told below it of a fold whose rows are not kept. */
    private Node whole(Node picture) {
        later.setText(later());
        if (!whole.getChildren().equals(List.of(picture, later))) {
            whole.getChildren().setAll(picture, later);
            VBox.setVgrow(picture, Priority.ALWAYS);
        }
        return whole;
    }

    private String later() {
        Fold fold = model.chosenFold();
        return fold == null || fold.repeat() == 0 ? "" : Messages.text("evaluate.fold.later", Numbers.count(fold.number() + 1),
                Numbers.count(fold.repeat() + 1));
    }

    @Override
    public void setActive(boolean on) {
        model.feed().watch(this, on);
        super.setActive(on);
    }

    @Override
    public void dispose() {
        super.dispose();
        found = null;
        of = null;
    }
}
