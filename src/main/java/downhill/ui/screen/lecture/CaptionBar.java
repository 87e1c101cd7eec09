package downhill.ui.screen.lecture;

import downhill.race.RaceSnapshot;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.function.LongSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A line under the charts that tells each step, or as often as a person can read. */
public final class CaptionBar {
    private static final double SLOW = 5;
    private static final long READING_NANOS = 1_500_000_000L;

    private final Session session;
    private final LongSupplier clock;
    private final Narrator narrator = new Narrator();
    private final Label words = new Label();
    private final HBox bar = new HBox(words);
    private final Subscriptions attached = new Subscriptions();
    private long told;

    /** The caption of {@code session}'s race; {@code clock} in nanoseconds. */
    public CaptionBar(Session session, LongSupplier clock) {
        this.session = session;
        this.clock = clock;
        words.setWrapText(true);
        words.setId("caption");
        words.setAccessibleRole(AccessibleRole.TEXT);
        words.setMinHeight(Label.USE_PREF_SIZE);
        bar.getStyleClass().add("caption-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        bar.setVisible(false);
        attached.listen(session.snapshotProperty(), this::moved);
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
        attached.dispose();
    }

    private void moved(RaceSnapshot now) {
        boolean fast = Snapshots.isRunning(now) && session.race().speedProperty().get() > SLOW;
        if (bar.isVisible() && (!fast || clock.getAsLong() - told >= READING_NANOS)) {
            narrator.move(now);
            tell();
        }
    }

    private void tell() {
        if (bar.isVisible() && session.experiment() != null) {
            told = clock.getAsLong();
            words.setText(narrator.sentence(session.experiment().contenders(), session.selection().contenderProperty().get()));
        }
    }
}
