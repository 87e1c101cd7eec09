package downhill.ui.screen.evaluate;

import downhill.race.document.ContenderSpec;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.EmptyState;
import downhill.ui.screen.FramedScreen;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A view of what came of an evaluation; without one it says how to get there. */
abstract class EvaluateScreen extends FramedScreen {
    protected final EvaluateModel model;
    private final Command run;

    /** {@code run} begins an evaluation. */
    EvaluateScreen(EvaluateModel model, Command run, String titleKey) {
        super(titleKey);
        this.model = model;
        this.run = run;
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(model.foldProperty(), now -> refresh());
        attached.listen(model.session().selection().contenderProperty(), now -> refresh());
        options.setAlignment(Pos.CENTER_RIGHT);
        options.getChildren().setAll(new ChosenFold(model, attached).node());
    }

    /** With controls before the choice of a fold. */
    protected final void offer(Node... others) {
        options.getChildren().addAll(0, List.of(others));
    }

    /** What is to be seen of {@code state}, which has what {@link #has} asks for. */
    protected abstract Node picture(EvaluationState state);

    /** Whether there is something to be seen. */
    protected abstract boolean has(EvaluationState state);

    /** Why it has nothing to show, whatever is judged; null where it has. */
    protected Node unfit() {
        return null;
    }

    @Override
    protected final Node shown() {
        EvaluationState state = model.state();
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
            default -> new EmptyState("evaluate.none", "evaluate.empty." + titleKey(), Buttons.primary("evaluate.run", run::run));
        };
    }

    private static Node problem(EvaluationState state) {
        HBox words = sentence(state.problem().get());
        words.getChildren().get(0).setId("evaluate-problem");
        return words;
    }

    /** Who stands in the picture last, so that nobody lies over it: the places of all with that of the contender chosen at the end. */
    static List<Integer> chosenLast(Hearing hearing, String chosen) {
        List<ContenderSpec> all = hearing.experiment().contenders();
        return IntStream.range(0, all.size()).boxed().sorted(Comparator.comparing(i -> all.get(i).id().equals(chosen))).toList();
    }

    /** The same of what is judged here. */
    protected final List<Integer> chosenLast(EvaluationState state) {
        return chosenLast(state.hearing(), model.session().selection().contenderProperty().get());
    }

    /** Contender styles as they were when the evaluation began. */
    static List<Integer> styles(EvaluationState state) {
        return state.hearing().experiment().contenders().stream().map(ContenderSpec::style).toList();
    }
}
