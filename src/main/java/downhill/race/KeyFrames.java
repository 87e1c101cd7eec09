package downhill.race;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Moments of one contender to go back to, by step. The first, its birth, is never given up. For the race's thread. */
final class KeyFrames {
    private final TreeMap<Long, KeyFrame> frames = new TreeMap<>();
    private long bytes;

    void add(KeyFrame frame) {
        if (frames.putIfAbsent(frame.step(), frame) == null) {
            bytes += frame.bytes();
        }
    }

    /** The birth again, with what its validation has told schedules and early stopping. */
    void replaceBirth(KeyFrame frame) {
        bytes += frame.bytes() - frames.firstEntry().getValue().bytes();
        frames.put(frames.firstKey(), frame);
    }

    boolean has(long step) {
        return frames.containsKey(step);
    }

    /** The latest frame at or before a step. */
    KeyFrame before(long step) {
        return frames.floorEntry(Math.max(step, frames.firstKey())).getValue();
    }

    /** Keeps the birth, the multiples of {@code spacing}, and some others. */
    void thin(long spacing, Set<Long> others) {
        long birth = frames.firstKey();
        removeIf(step -> step != birth && step % spacing != 0 && !others.contains(step));
    }

    /** Forgets all frames after a step. */
    void truncate(long step) {
        removeIf(at -> at > step);
    }

    private void removeIf(java.util.function.LongPredicate unwanted) {
        frames.values().removeIf(frame -> {
            boolean gone = unwanted.test(frame.step());
            bytes -= gone ? frame.bytes() : 0;
            return gone;
        });
    }

    int count() {
        return frames.size();
    }

    long bytes() {
        return bytes;
    }

    /** All, by increasing step. */
    List<KeyFrame> list() {
        return List.copyOf(frames.values());
    }
}
