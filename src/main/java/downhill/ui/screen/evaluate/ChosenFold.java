package downhill.ui.screen.evaluate;

import downhill.data.split.Fold;
import downhill.ui.control.Choice;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/** Which fold every picture shows beside all of them: the one that a dot chose, or one of a list. */
final class ChosenFold {
    private final EvaluateModel model;
    private final Choice<Integer> node = new Choice<>(Messages.binding("evaluate.fold.choice"), List.of(), this::words);

    /** Follows {@code model} until {@code attached} ends. */
    ChosenFold(EvaluateModel model, Subscriptions attached) {
        this.model = model;
        node.setId("evaluate-fold");
        node.getStyleClass().add(Choice.QUIET);
        node.managedProperty().bind(node.visibleProperty());
        node.start(EvaluateModel.NO_FOLD, model.foldProperty()::set);
        attached.listen(model.stateProperty(), now -> offer());
        attached.listen(model.foldProperty(), now -> offer());
        offer();
    }

    Choice<Integer> node() {
        return node;
    }

    private void offer() {
        int folds = model.state().finished() == null ? 0 : model.state().done();
        node.setVisible(folds > 1);
        node.offer(IntStream.range(EvaluateModel.NO_FOLD, folds).boxed().toList(), model.chosenFold() == null ? EvaluateModel.NO_FOLD
                : model.foldProperty().get());
    }

    private String words(int index) {
        boolean one = index >= 0 && index < model.state().folds();
        return one ? words(model.state().rows().folds().get(index)) : Messages.text("evaluate.fold.all");
    }

    /** Its number, and where there are several that of the repeat. */
    private String words(Fold fold) {
        List<Fold> all = model.state().rows().folds();
        boolean repeated = all.get(all.size() - 1).repeat() > 0;
        return Messages.text(repeated ? "evaluate.fold.repeat" : "evaluate.fold", Numbers.count(fold.number() + 1),
                Numbers.count(fold.repeat() + 1));
    }
}
