package downhill.race;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far apart key-frames are: a power of two that doubles when they become too many or too large. There are never more
 * than {@link #MOST} for each contender, so in a run of n steps the spacing is at least n / 256: what lies behind the fully
 * recorded part of the history can be recorded anew from the key-frame before it. Also how much room the ways through parameter space have.
 */
final class Spacing {
    static final int MOST = 256;
    static final long LEAST = 16;

    /** For the ways of all contenders through their parameters together: what eight have of which each has all it may. */
    private static final long TRAILS = 64L << 20;

    private final long limit;
    private final Set<Long> echoes = new HashSet<>();
    private long steps = LEAST;
    private int contenders = 1;

    /** @param limit bytes for the key-frames of all contenders together */
    Spacing(long limit) {
        this.limit = limit;
    }

    /** As it was in a saved race. */
    void restore(long saved, Collection<Long> further) {
        if (saved < LEAST || Long.bitCount(saved) != 1 || saved > 1L << 60) {
            throw new RefusedException(Said.of("race.spacing"));
        }
        steps = saved;
        echoes.clear();
        echoes.addAll(further);
    }

    List<Long> echoes() {
        return List.copyOf(echoes);
    }

    boolean due(long step) {
        return step % steps == 0 || echoes.contains(step);
    }

    long next(long step) {
        long next = (step / steps + 1) * steps;
        for (long echo : echoes) {
            next = echo > step ? Math.min(next, echo) : next;
        }
        return next;
    }

    /**
     * Somebody goes to a step. On the way there key-frames are kept ever closer to it, so that single steps back from there
     * need few repetitions; those of the time before are given up.
     */
    void sought(long step, Collection<Lane> lanes) {
        echoes.clear();
        for (long width = steps / 4; width >= LEAST; width /= 4) {
            echoes.add((step - 1) / width * width);
        }
        lanes.forEach(lane -> lane.frames.thin(steps, echoes));
    }

    /** Keeps of a lane that comes back what is kept of others. */
    void fit(Lane lane) {
        lane.frames.thin(steps, echoes);
    }

    long steps() {
        return steps;
    }

    /** What a contender's way through its parameters may take, in bytes. */
    long trailBytes() {
        return TRAILS / contenders;
    }

    /** Thins the key-frames until they fit. */
    void fit(Collection<Lane> lanes) {
        contenders = Math.max(1, lanes.size());
        while (tooMany(lanes)) {
            steps *= 2;
            echoes.clear();
            lanes.forEach(lane -> lane.frames.thin(steps, echoes));
        }
    }

    private boolean tooMany(Collection<Lane> lanes) {
        long bytes = 0;
        boolean thinnable = false;
        for (Lane lane : lanes) {
            if (lane.frames.count() > MOST + echoes.size()) {
                return true;
            }
            bytes += lane.frames.bytes();
            thinnable |= lane.frames.count() > 2;
        }
        return bytes > limit && thinnable;
    }
}
