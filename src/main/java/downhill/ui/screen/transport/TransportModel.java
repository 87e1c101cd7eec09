package downhill.ui.screen.transport;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import java.util.OptionalLong;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** What the transport shows and does. */
public final class TransportModel {
    /** Steps a second, from slow enough to count along to flat out. */
    static final double[] SPEEDS = {1, 2, 5, 10, 20, Demo.SPEED, 50, 100, 200, 500, 1000, 2000, 5000, Racing.FLAT_OUT};

    /** A sentence can be said between two steps. */
    static final double SLOW_MOTION = 1;

    /** More points than any recording has. */
    private static final int EVERY_STEP = 1 << 22;

    private final Session session;
    private final Jumps jumps = new Jumps();
    private double normal = Racing.FLAT_OUT;
    private final IntegerProperty stride = new SimpleIntegerProperty(this, "stride", 10);

    TransportModel(Session session) {
        this.session = session;
    }

    Jumps jumps() {
        return jumps;
    }

    /** The end of what can be gone back and forth over. */
    long recorded() {
        return session.race().racing() == null ? 0 : session.race().racing().recordedSteps();
    }

    /** The step whose update raised the chosen contender's loss most. */
    OptionalLong worstJump() {
        String chosen = session.selection().contenderProperty().get();
        return chosen == null || session.race().racing() == null ? OptionalLong.empty()
                : Jumps.worst(session.race().racing().curve(chosen, Racing.Quantity.TRAINING_LOSS, EVERY_STEP));
    }

    /** The last step before the chosen contender's divergence, else anybody's. */
    OptionalLong divergence() {
        return jumps.divergence(session.selection().contenderProperty().get());
    }

    Session session() {
        return session;
    }

    /** How many steps the long step makes. */
    public IntegerProperty strideProperty() {
        return stride;
    }

    void changeSpeed(int notches) {
        int index = speedIndex(session.race().speedProperty().get()) + notches;
        session.race().speedProperty().set(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, index))]);
    }

    void slowMotion() {
        double now = session.race().speedProperty().get();
        session.race().speedProperty().set(now == SLOW_MOTION ? normal : SLOW_MOTION);
        normal = now == SLOW_MOTION ? normal : now;
    }

    static int speedIndex(double stepsPerSecond) {
        for (int i = 0; i < SPEEDS.length; i++) {
            if (SPEEDS[i] >= stepsPerSecond) {
                return i;
            }
        }
        return SPEEDS.length - 1;
    }

    static String speed(double stepsPerSecond) {
        return stepsPerSecond == Racing.FLAT_OUT ? Messages.text("transport.speed.flat")
                : Messages.text("transport.speed.limit", Numbers.count(Math.round(stepsPerSecond)));
    }

    String epoch() {
        double perEpoch = session.race().racing() == null ? 0 : session.race().racing().stepsPerEpoch();
        long step = session.snapshotProperty().get().step();
        return perEpoch > 0 ? " · " + Messages.text("transport.epoch", Numbers.count((long) (step / perEpoch))) : "";
    }

    String step() {
        return Numbers.count(session.snapshotProperty().get().step());
    }

    String budget() {
        return session.experiment() == null ? "" : Numbers.count(session.experiment().training().steps());
    }

    String rate() {
        RaceSnapshot now = session.snapshotProperty().get();
        return switch (now.state()) {
            case RUNNING -> Messages.text("transport.rate", Numbers.significant(now.stepsPerSecond(), 2));
            case PREPARING -> Messages.text("transport.preparing");
            case ENDED -> Messages.text("transport.ended");
            case FAILED -> Messages.text("transport.failed");
            case PAUSED, CLOSED -> Messages.text(now.step() == 0 ? "transport.ready" : "transport.paused");
        };
    }

    double progress() {
        if (session.experiment() == null) {
            return 0;
        }
        return (double) session.snapshotProperty().get().step() / Math.max(1, session.experiment().training().steps());
    }

    boolean atStart() {
        return session.snapshotProperty().get().step() == 0;
    }

    /** What the button does while the race rests. */
    String runWords() {
        if (!session.end().isReached()) {
            return Messages.text("transport.run");
        }
        long more = session.end().moreSteps();
        return more > 0 ? Messages.text("transport.run.more", Numbers.count(more)) : Messages.text("transport.run.again");
    }

    boolean running() {
        return session.snapshotProperty().get().state() == RaceState.RUNNING;
    }
}
