package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.KnobWords;
import downhill.ui.tune.TrialAxis;
import downhill.ui.tune.TrialPick;
import downhill.ui.tune.TuneBase;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import java.util.List;
import javafx.scene.Scene;

/** What all pictures of trials share: the search, what is chosen and brushed of it, and the words. */
final class TrialView {
    private final TuneModel model;
    private final TrialPick pick;
    private final Turns turns = new Turns(System::nanoTime);
    private KnobWords words;
    private Object wordsOf;

    TrialView(TuneModel model, TrialPick pick) {
        this.model = model;
        this.pick = pick;
    }

    TuneModel model() {
        return model;
    }

    TrialPick pick() {
        return pick;
    }

    TuneStand stand() {
        return model.standProperty().get();
    }

    /** The names of the knobs; made anew only where the experiment is another. */
    KnobWords words() {
        Object now = model.recipe() == null ? model.session().experiment() : model.recipe().base();
        if (words == null || wordsOf != now) {
            TuneBase base = TuneBase.of(model.session());
            words = new KnobWords(base == null ? List.of() : base.searchable());
            wordsOf = now;
        }
        return words;
    }

    List<TrialAxis> axes() {
        return pick.axes(words());
    }

    /** Calls {@code then} with every change of what is to be seen. */
    void follow(Subscriptions attached, Runnable then) {
        attached.listen(model.standProperty(), now -> turn(then));
        attached.listen(pick.chosenProperty(), now -> then.run());
        attached.listen(pick.brushProperty(), now -> then.run());
        attached.listen(Messages.languageProperty(), now -> then.run());
    }

    /** In its turn while a search runs, else at once: what has ended is told as it is. */
    void turn(Runnable then) {
        if (stand().state() == TuneState.RUNNING) {
            turns.ask(then);
        } else {
            turns.now(then);
        }
    }

    /** Once a frame. */
    void frame() {
        turns.frame();
    }

    /** With the views: nobody waits any more. */
    void dispose() {
        turns.clear();
    }

    /** What is said of a trial that is pointed at. */
    String said(int number) {
        return stand().trial(number).map(trial -> name(trial) + "\n" + values(trial).replace(", ", "\n") + "\n"
                + outcome(trial)).orElse("");
    }

    /** The values of its knobs, in the order of the space. */
    String values(Trial trial) {
        return stand().space() == null ? "" : words().values(trial.values(), stand().space().knobs());
    }

    static String name(Trial trial) {
        return Messages.text("tune.trial.name", String.valueOf(trial.number()));
    }

    /** What it came to, in a sentence. */
    String outcome(Trial trial) {
        return outcome(trial, stand());
    }

    static String outcome(Trial trial, TuneStand stand) {
        long steps = trial.reports().isEmpty() ? 0 : trial.reports().lastKey();
        String value = Numbers.significant(TrialAxis.outcome(trial), 4);
        return switch (trial.state()) {
            case COMPLETE -> complete(trial, value, stand);
            case PRUNED -> Messages.text("tune.trial.pruned", value, Numbers.count(steps));
            case FAILED -> Messages.text("tune.trial.failed", Numbers.count(steps));
            case RUNNING -> Messages.text("tune.trial.running", Numbers.count(steps));
            case WAITING -> Messages.text("tune.trial.waiting");
        };
    }

    private static String complete(Trial trial, String value, TuneStand stand) {
        String all = Numbers.count(stand.budget());
        int folds = trial.scores().folds().size();
        String spread = Numbers.significant(trial.scores().spread(), 2);
        return folds == 0 ? Messages.text("tune.trial.complete", value, all) : Messages.text("tune.trial.complete.folds",
                Messages.text("score." + stand.measure()), value, spread, Numbers.count(folds), all);
    }

    /** Steps that it was trained for. */
    static long steps(Trial trial, long budget) {
        if (trial.state() == TrialState.COMPLETE) {
            return budget;
        }
        return trial.reports().isEmpty() ? 0 : trial.reports().lastKey();
    }
}
