package downhill.analysis.curvature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The moments at which a contender was measured, and where it is to be measured next, so that few moments tell the whole. */
public final class GaugeCourse {
    private final int most;
    private final TreeMap<Long, Stability> moments = new TreeMap<>();

    /** @param most moments that are kept; where they are more, every second one is forgotten */
    public GaugeCourse(int most) {
        this.most = most;
    }

    /** Takes in a moment. */
    public void add(Stability moment) {
        moments.put(moment.step(), moment);
        if (moments.size() > most) {
            List<Long> steps = new ArrayList<>(moments.keySet());
            for (int i = 1; i < steps.size() - 1; i += 2) {
                moments.remove(steps.get(i));
            }
        }
    }

    /** From {@code step} on the contender takes another course. */
    public void forgetFrom(long step) {
        moments.tailMap(step, true).clear();
    }

    /** Whether it was measured at this step. */
    public boolean knows(long step) {
        return moments.containsKey(step);
    }

    /** How many moments are known. */
    public int size() {
        return moments.size();
    }

    /** By increasing step, those at or before {@code step}. */
    public List<Stability> until(long step) {
        return List.copyOf(moments.headMap(step, true).values());
    }

    /** The last one at or before {@code step}; null where there is none. */
    public Stability at(long step) {
        return moments.floorEntry(step) == null ? null : moments.floorEntry(step).getValue();
    }

    /**
     * Where between two steps least is known: the ends first, then the middle of the widest gap, the later of equals.
     *
     * @param wanted moments that are enough
     */
    public OptionalLong next(long first, long last, int wanted) {
        if (last < first) {
            return OptionalLong.empty();
        }
        if (!knows(last)) {
            return OptionalLong.of(last);
        }
        if (!knows(first)) {
            return OptionalLong.of(first);
        }
        Collection<Long> known = moments.subMap(first, true, last, true).keySet();
        return known.size() >= wanted ? OptionalLong.empty() : widest(known);
    }

    private static OptionalLong widest(Collection<Long> known) {
        long before = -1;
        long middle = -1;
        long width = 1;
        for (long step : known) {
            if (before >= 0 && step - before >= Math.max(2, width)) {
                width = step - before;
                middle = before + width / 2;
            }
            before = step;
        }
        return middle < 0 ? OptionalLong.empty() : OptionalLong.of(middle);
    }
}
