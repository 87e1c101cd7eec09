package downhill.ui.screen.tune;

import downhill.study.trial.TrialState;
import downhill.ui.control.JobBar;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import java.util.Locale;
import javafx.scene.layout.HBox;

/** The foot of the workspace: begins, pauses and stops the search, and tells how far it is. */
final class TuneBar {
    private static final double HOUR = 3600;
    private static final double MINUTE = 60;

    private final TuneModel model;
    private final TuneCommands commands;
    private final JobBar bar;

    TuneBar(TuneModel model, TuneCommands commands) {
        this.model = model;
        this.commands = commands;
        bar = new JobBar("tune", "tune.progress", commands.of(TuneDeed.RUN), commands.of(TuneDeed.STOP));
    }

    HBox node() {
        return bar.node();
    }

    void dispose() {
        bar.dispose();
    }

    void show() {
        TuneStand now = model.standProperty().get();
        commands.sayRun(word(now.state()));
        bar.show(now.state() == TuneState.RUNNING, now.share(), done(now), left(now));
    }

    private String word(TuneState state) {
        return switch (state) {
            case RUNNING -> "tune.pause";
            case PAUSED -> "tune.resume";
            case NONE -> "tune.start";
            case FAILED -> model.goesOn() ? "tune.resume" : "tune.start"; // a store that could not be opened may have trials
            default -> model.goesOn() ? "tune.resume" : "tune.again";
        };
    }

    private static String done(TuneStand now) {
        if (now.state() == TuneState.NONE) {
            return Messages.text("tune.done.none");
        }
        String trials = Messages.text("tune.done", Numbers.count(now.ended()), Numbers.count(now.most()));
        long pruned = now.count(TrialState.PRUNED);
        return pruned == 0 ? trials : Messages.text("tune.done.pruned", trials, Numbers.count(pruned));
    }

    private String left(TuneStand now) {
        if (!model.problemProperty().get().isEmpty()) {
            return model.problemProperty().get();
        }
        if (now.state() == TuneState.NONE) {
            String obstacle = model.obstacle();
            return obstacle.isEmpty() ? SearchCard.budget(model.planProperty().get().chosen()) : obstacle;
        }
        String steps = Messages.text("tune.steps", Numbers.brief(now.steps()));
        boolean foreseen = now.state() == TuneState.RUNNING && !Double.isNaN(now.left());
        String state = "tune.state." + now.state().name().toLowerCase(Locale.ROOT);
        return (foreseen ? Messages.text("tune.left", time(now.left())) : Messages.text(state)) + " · " + steps;
    }

    /** Such as 4 min 40 s. */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole >= HOUR) {
            return Messages.text("tune.time.hours", Numbers.count((long) (whole / HOUR)), Numbers.count((long) (whole % HOUR / MINUTE)));
        }
        if (whole >= MINUTE) {
            return Messages.text("tune.time.minutes", Numbers.count((long) (whole / MINUTE)), Numbers.count((long) (whole % MINUTE)));
        }
        return Messages.text("tune.time.seconds", Numbers.count(whole));
    }
}
