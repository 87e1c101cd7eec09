package downhill.ui.screen.evaluate;

import downhill.ui.command.Command;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.SessionCard;
import javafx.scene.layout.VBox;

/** How contenders are judged, in a few lines at the left of the window. */
final class MethodCard extends SessionCard {
    private final EvaluateModel model;

    MethodCard(EvaluateModel model, Command edit) {
        super(model.session(), "method-card", "evaluate.method", "evaluate.method.edit", edit);
        this.model = model;
        foldedProperty().set(false); // it is what this stage of the work adds
        show();
    }

    @Override
    protected void refresh() {
        if (session.experiment() == null) {
            return;
        }
        card.setContent(new VBox(row("evaluate.folds", MethodWords.folds(model.method(), model.isSeries(), model.isByClass())),
                row("evaluate.nested.row", MethodWords.tuned(model.method().nested())),
                row("evaluate.metric", MethodWords.metric(model.metric())),
                row("evaluate.margin", MethodWords.margin(model.method(), model.metric()))));
    }

    @Override
    protected String gist() {
        return MethodWords.folds(model.method(), model.isSeries(), model.isByClass()) + " · "
                + MethodWords.metric(model.metric());
    }

    private static ValueRow row(String key, String value) {
        return new ValueRow(Messages.binding(key)).value(value);
    }
}
