package downhill.ui.screen.lesson;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.ui.session.Session;
import java.util.concurrent.CompletableFuture;

/** Brings the race of a lesson to a step: a little each frame, so that it can be watched, and exactly there. FX thread. */
final class LessonRun {

    private final Session session;
    private int frames = 150;
    private int parts;
    private long target;
    private long from;
    private boolean active;
    /** The race in which it began; null before that, and where another has taken its place it begins again. */
    private Racing begunIn;
    private boolean back;
    /** Done once the race has heard of the steps that were asked for last. */
    private CompletableFuture<?> heard = CompletableFuture.completedFuture(null);
    private Racing askedOf;
    private Runnable done = () -> { };

    LessonRun(Session session) {
        this.session = session;
    }

    /** How many frames a run takes. */
    void setFrames(int most) {
        frames = most;
    }

    /** To a step in a few seconds; from the first values where {@code anew}. */
    void walk(long to, boolean anew, Runnable then) {
        begin(to, frames, then);
        back = anew;
    }

    /** To a step at once. */
    void jump(long to, Runnable then) {
        begin(to, 1, then);
    }

    private void begin(long to, int inParts, Runnable then) {
        target = to;
        parts = inParts;
        done = then;
        active = true;
        begunIn = null;
        back = false;
    }

    /** Goes no further; nobody is told. */
    void stop() {
        active = false;
    }

    /** The step at which it began. */
    long from() {
        return from;
    }

    /** Once a frame. What the race itself says counts: the session may show for a frame the one before. */
    void frame() {
        if (!active || !session.race().isOpen()) {
            return;
        }
        Racing race = session.race().racing();
        if (race == askedOf && !heard.isDone()) {
            return; // how it stands is looked at after it has heard
        }
        RaceSnapshot now = race.snapshot();
        if (now.state() == RaceState.PREPARING || now.state() == RaceState.RUNNING) {
            return;
        }
        if (begunIn != race) {
            begunIn = race;
            back &= now.step() > 0;
            from = back ? 0 : now.step();
            if (back) {
                session.race().reset();
            }
        }
        back &= now.step() > 0;
        if (!back) {
            goOn(now);
        }
    }

    /** Rests where it has heard of the steps asked for and has not done them: something else has stopped it, and it is asked again. */
    private void goOn(RaceSnapshot now) {
        boolean over = now.state() == RaceState.ENDED || now.state() == RaceState.FAILED;
        if (over || now.step() >= target) {
            active = false;
            done.run();
        } else {
            long next = Math.min(target, now.step() + Math.max(1, (target - from) / parts));
            askedOf = session.race().racing();
            session.race().step((int) (next - now.step()));
            heard = askedOf.states();
        }
    }
}
