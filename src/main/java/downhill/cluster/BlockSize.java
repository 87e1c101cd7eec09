package downhill.cluster;

import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How long blocks take, and so how many trials one should have: so many that what it costs to give a block away is less than a twentieth
 * of it, and so few that at the end nobody waits long for the others.
 */
public final class BlockSize {
    /** Of the time, for giving work away. */
    private static final double SHARE = 0.05;
    /** Before anything is known each worker gets so many blocks. */
    private static final int FIRST = 8;
    private static final double NANOS = 1e-9;

    private final int slots;
    private int blocks;
    private int trials;
    private double seconds;
    private double inside;

    BlockSize(int slots) {
        this.slots = slots;
    }

    /** A block is done: how many trials it had, how long it took with all around it, and how long where it was done. */
    synchronized void done(int size, long nanos, long there) {
        blocks++;
        trials += size;
        seconds += nanos * NANOS;
        inside += there * NANOS;
    }

    /** How many trials the next block should have, at least 1, where {@code left} are not begun. */
    synchronized int size(int left, int wish) {
        int fair = Math.max(1, left / (2 * slots));
        if (blocks == 0) {
            return Math.max(1, Math.min(wish, left / (FIRST * slots)));
        }
        double around = (seconds - inside) / blocks;
        return (int) Math.max(1, Math.min(fair, Math.max(wish, Math.ceil(around / SHARE / Math.max(1e-6, inside / trials)))));
    }

    /** How many blocks were done. */
    public synchronized int blocks() {
        return blocks;
    }

    /** Part of the workers' time that was not spent on work, from 0 to 1; NaN before a block is done. */
    public synchronized double around() {
        return (seconds - inside) / seconds;
    }

    /** The same trials in blocks of that size, where trials do not depend on those before. */
    Sampler sized(Sampler sampler, int most) {
        return sampler.learns() ? sampler : new Sized(sampler, most, this);
    }

    private static final class Sized implements Sampler {
        private final Sampler sampler;
        private final int most;
        private final BlockSize pace;
        private int next;

        Sized(Sampler sampler, int most, BlockSize pace) {
            this.sampler = sampler;
            this.most = most;
            this.pace = pace;
        }

        @Override
        public void check(SearchSpace space) {
            sampler.check(space);
        }

        @Override
        public int together(SearchSpace space) {
            return pace.size(Math.max(1, most - next), sampler.together(space));
        }

        @Override
        public OptionalInt most(SearchSpace space) {
            return sampler.most(space);
        }

        @Override
        public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
            next = number + 1;
            return sampler.next(space, before, number);
        }
    }
}
