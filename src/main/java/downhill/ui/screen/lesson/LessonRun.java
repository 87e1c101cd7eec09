package downhill.ui.screen.lesson;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.ui.session.Session;

/** Brings the race of a lesson to a step: a little each frame, so that it can be watched, and exactly there. FX thread. */
final class LessonRun {

    private final Session session;
    private int frames = 150;
    private long target;
    private long chunk;
    private long asked;
    private boolean active;
    private boolean back;
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
        long from = anew ? 0 : session.snapshotProperty().get().step();
        begin(to, Math.max(1, (to - from) / frames), then);
        back = anew && session.snapshotProperty().get().step() > 0;
        if (back) {
            session.race().reset();
        }
    }

    /** To a step at once. */
    void jump(long to, Runnable then) {
        begin(to, to, then);
    }

    private void begin(long to, long each, Runnable then) {
        target = to;
        chunk = each;
        asked = 0;
        done = then;
        active = true;
        back = false;
    }

    /** Goes no further; nobody is told. */
    void stop() {
        active = false;
    }

    boolean isActive() {
        return active;
    }

    /** Once a frame. */
    void frame() {
        RaceSnapshot now = session.snapshotProperty().get();
        if (!active || now == null || !session.race().isOpen() || now.state() == RaceState.PREPARING || now.state() == RaceState.RUNNING) {
            return;
        }
        if (back) {
            back = now.step() > 0;
            return;
        }
        boolean over = now.state() == RaceState.ENDED || now.state() == RaceState.FAILED;
        if (over || now.step() >= target) {
            active = false;
            done.run();
        } else if (now.step() >= asked) {
            asked = Math.min(target, now.step() + chunk);
            session.race().step((int) (asked - now.step()));
        }
    }
}
