package downhill.ui.screen.lecture;

import downhill.analysis.step.StepRecord;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import downhill.ui.session.StepFeed;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line under the charts that tells each step, or as often as a person can read, and why it went so where the figures say. */
public final class CaptionBar {
    private static final double SLOW = 5;
    private static final long READING_NANOS = 1_500_000_000L;

    private final Session session;
    private final StepFeed steps;
    private final LongSupplier clock;
    private final Narrator narrator = new Narrator();
    private final Label words = new Label();
    private final HBox bar = new HBox(words);
    private final Subscriptions attached = new Subscriptions();
    private long told;
    /** The step taken apart before the one that is now. */
    private StepRecord before;
    private StepRecord record;

    /** The caption of {@code session}'s race, with {@code steps} of the chosen contender taken apart; {@code clock} in nanoseconds. */
    public CaptionBar(Session session, StepFeed steps, LongSupplier clock) {
        this.session = session;
        this.steps = steps;
        this.clock = clock;
        words.setWrapText(true);
        words.setId("caption");
        words.setAccessibleRole(AccessibleRole.TEXT);
        words.setMinHeight(Label.USE_PREF_SIZE);
        bar.getStyleClass().add("caption-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
        attached.listen(session.snapshotProperty(), this::moved);
        attached.listen(steps.recordProperty(), this::known);
        attached.listen(session.experimentProperty(), now -> tell());
        attached.listen(session.selection().contenderProperty(), now -> tell());
        attached.listen(Messages.languageProperty(), now -> tell());
    }

    /** The bar; hidden until it is made visible. */
    public HBox node() {
        return bar;
    }

    /** Shows or hides it. */
    public void setShown(boolean on) {
        bar.setVisible(on);
        steps.watch(this, on);
        if (on) {
            narrator.move(session.snapshotProperty().get());
            tell();
        }
    }

    /** Says {@code sentence} in place of what the last step did, until there is another step. */
    public void say(String sentence) {
        words.setText(sentence);
    }

    /** The sentence shown. */
    public String sentence() {
        return words.getText();
    }

    /** Detaches everything. */
    public void dispose() {
        steps.watch(this, false);
        attached.dispose();
    }

    private void moved(RaceSnapshot now) {
        boolean fast = Snapshots.isRunning(now) && session.race().speedProperty().get() > SLOW;
        if (bar.isVisible() && (!fast || clock.getAsLong() - told >= READING_NANOS)) {
            narrator.move(now);
            tell();
        }
    }

    private void known(StepRecord now) {
        before = now == null ? null : record;
        record = now;
        if (now != null && !Snapshots.isRunning(session.snapshotProperty().get())) {
            tell();
        }
    }

    private void tell() {
        if (bar.isVisible() && session.experiment() != null) {
            told = clock.getAsLong();
            String chosen = session.selection().contenderProperty().get();
            String deed = narrator.sentence(session.experiment().contenders(), chosen);
            String why = narrator.about(chosen).map(one -> why(one, one.id().equals(chosen))).orElse("");
            words.setText(why.isEmpty() ? deed : Messages.text("caption.why", deed, why));
        }
    }

    private String why(Standing now, boolean isChosen) {
        Racing race = session.race().racing();
        Experiment experiment = session.experiment();
        Optional<ContenderSpec> one = experiment.contenders().stream().filter(each -> each.id().equals(now.id())).findFirst();
        List<StepRecord> known = Stream.of(before, record).filter(step -> isChosen && step != null).toList();
        return race == null || one.isEmpty() ? ""
                : Reasons.of(Facts.of(race, experiment, one.get(), narrator.before(now.id()), now, known));
    }
}
