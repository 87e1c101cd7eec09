package downhill.ui.screen.evaluate;

import downhill.race.document.ContenderSpec;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A view of what came of an evaluation; without one it says how to get there. */
abstract class EvaluateScreen extends LiveScreen {
    protected final EvaluateModel model;
    private final Command run;
    private final StackPane content = new StackPane();
    protected final WrapRow options = new WrapRow(8);
    private final String titleKey;

    /** {@code run} begins an evaluation. */
    EvaluateScreen(EvaluateModel model, Command run, String titleKey) {
        this.model = model;
        this.run = run;
        this.titleKey = titleKey;
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(model.foldProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** What is to be seen of {@code state}, which has what {@link #has} asks for. */
    protected abstract Node picture(EvaluationState state);

    /** Whether there is something to be seen. */
    protected abstract boolean has(EvaluationState state);

    @Override
    public final String titleKey() {
        return titleKey;
    }

    @Override
    public final Node content() {
        return content;
    }

    @Override
    public final Node options() {
        return options;
    }

    @Override
    protected final void refresh() {
        if (isActive()) {
            Node shown = shown(model.state());
            if (!content.getChildren().equals(List.of(shown))) {
                content.getChildren().setAll(shown);
            }
        }
    }

    /** Why it has nothing to show, whatever is judged; null where it has. */
    protected Node unfit() {
        return null;
    }

    private Node shown(EvaluationState state) {
        Node unfit = unfit();
        if (unfit != null) {
            return unfit;
        }
        if (has(state)) {
            return picture(state);
        }
        return switch (state.phase()) {
            case FAILED -> problem(state);
            case RUNNING -> new EmptyState("evaluate.soon", "evaluate.soon.how");
            default -> new EmptyState("evaluate.none", "evaluate.empty." + titleKey, Buttons.primary("evaluate.run", run::run));
        };
    }

    private static Node problem(EvaluationState state) {
        Label words = Labels.plain(state.problem().get(), "empty-text");
        words.setWrapText(true);
        words.setId("evaluate-problem");
        HBox box = new HBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /** Contender styles as they were when the evaluation began. */
    static List<Integer> styles(EvaluationState state) {
        return state.hearing().experiment().contenders().stream().map(ContenderSpec::style).toList();
    }
}
