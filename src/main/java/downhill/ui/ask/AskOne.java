package downhill.ui.ask;

import downhill.data.Table;
import downhill.data.Visible;
import downhill.data.prepare.Prepared;
import downhill.model.TrainedModel;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Feed;
import java.util.List;
import javafx.scene.layout.VBox;

/** A row put together, of the data or by hand, and what one model says of it. In view it asks while a value changes. FX thread. */
public final class AskOne {
    private record Key(long revision, long turn, Language language) {
    }

    private final Asker asker = new Asker(Feed.threads(1, "ask-one"));
    private final ScoringModel model;
    private final ScoringView view;
    private final TrainedModel first;
    private long checked = -1;
    private long turn;

    /**
     * Asks {@code trained}, which has learned from {@code prepared}, made of {@code table}.
     *
     * @param name  as a person is told it
     * @param style colour and line style of its contender
     */
    public AskOne(TrainedModel trained, Prepared prepared, Table table, String name, int style) {
        model = ScoringModel.of(trained.model(), prepared, trained.outputs(), table);
        first = trained;
        ask(trained, name, style);
        view = new ScoringView(model);
        view.takeFirst();
    }

    private void ask(TrainedModel trained, String name, int style) {
        model.setCandidates(List.of(new AskedModel(Visible.line(name), style, trained.parameters(), "")));
        turn++;
    }

    /** Asks another model of the same shape and columns from now on, or says that it is of another. */
    public boolean takes(TrainedModel other, String name, int style) {
        boolean same = other.preprocessing() == first.preprocessing() && other.model().equals(first.model())
                && other.outputs() == first.outputs();
        if (same) {
            ask(other, name, style);
        }
        return same;
    }

    /** Which row, its values, and what the model says of it. */
    public VBox node() {
        return view.node();
    }

    /** Takes what was typed for another model of the same columns. */
    public void keep(AskOne before) {
        model.keep(before.model);
    }

    /** In view, or no longer. */
    public void setActive(boolean on) {
        asker.setActive(on);
    }

    /** Another number after each change of a value. */
    public long revision() {
        return model.revision();
    }

    /** What is asked, as a table of one row or of a window; null where it lacks something. */
    public Table row() {
        return model.isComplete() ? model.question().row() : null;
    }

    /** Once a frame. */
    public void frame() {
        if (!asker.isActive()) {
            return;
        }
        asker.frame();
        if (checked != model.revision()) {
            checked = model.revision();
            view.place(null);
            view.check();
        }
        String why = Unasked.why(null, asker.problemProperty().get(), model);
        view.nothing(why);
        if (!why.isEmpty()) {
            view.show(List.of());
            asker.forget();
            return;
        }
        asker.ask(new Key(model.revision(), turn, Messages.languageProperty().get()), model, model::question, view::show);
        asker.find(model.revision(), model.rows(), model::question, view::place);
    }

    /** Says all anew, in the language that is spoken now. */
    public void respell() {
        view.check();
    }

    /** Ends all work. */
    public void dispose() {
        asker.dispose();
    }
}
