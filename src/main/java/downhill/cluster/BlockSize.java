package downhill.cluster;

import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/**
 * How long blocks take, and so how many trials (or folds, or pixels) one should have: so many that what it costs to give a block away is
 * less than a twentieth of its time, but no more than the part of each worker: work that is short is cut no finer than that. What it costs
 * is measured as the time in which workers had nothing to do: between two blocks, and within a block where they waited for orders. The
 * first block of each worker brings all that the others have, too, and is left out.
 */
public final class BlockSize {
    /** Of the time, for giving work away. */
    private static final double SHARE = 0.05;
    /** Before anything is known each worker gets so many blocks. */
    private static final int FIRST = 8;
    /** Seconds that giving a block away is taken to cost until that is measured: what it costs with Spark. */
    private static final double ASSUMED = 0.02;
    private static final double NANOS = 1e-9;

    private final int slots;
    private final LongSupplier clock;
    /** Since when workers have been free, of those that are. */
    private final PriorityQueue<Long> free = new PriorityQueue<>();
    private int blocks;
    private int begun;
    private int trials;
    /** Whether a block was done that is not the first one of its worker. */
    private boolean known;
    /** What is left is too short to be cut finer: so many for each worker; 0 before. */
    private int part;
    private double idle;
    private double inside;

    /** One block, from when it began where it is done. */
    final class Block {
        private final boolean first;
        private final long since;

        private Block(boolean first, long since) {
            this.first = first;
            this.since = since;
        }

        /** It is done: how many trials it had, and for how long it was worked there, in nanoseconds. */
        void done(int size, long nanos) {
            ended(this, size, nanos);
        }
    }

    BlockSize(int slots) {
        this(slots, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    BlockSize(int slots, LongSupplier clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /** Somebody has begun a block. */
    synchronized Block begin() {
        long now = clock.getAsLong();
        boolean first = begun++ < slots;
        Long since = first ? null : free.poll();
        idle += since == null ? 0 : (now - since) * NANOS;
        return new Block(first, now);
    }

    private synchronized void ended(Block block, int size, long nanos) {
        long now = clock.getAsLong();
        free.add(now);
        blocks++;
        if (block.first && known) {
            return;
        }
        if (!block.first && !known) {
            known = true;
            trials = 0;
            inside = 0;
        }
        trials += size;
        inside += nanos * NANOS;
        idle += block.first ? 0 : Math.max(0, now - block.since - nanos) * NANOS;
    }

    /** How many trials the next block should have, at least 1, where {@code left} are not begun. */
    synchronized int size(int left, int wish) {
        if (blocks == 0) {
            return Math.max(1, Math.min(wish, left / (FIRST * slots)));
        }
        double around = known ? idle / Math.max(1, blocks - slots) : ASSUMED;
        int enough = (int) Math.max(wish, Math.ceil(around / SHARE / Math.max(1e-6, inside / trials)));
        int fair = part > 0 ? part : Math.max(1, (left + slots - 1) / slots);
        part = enough >= fair ? fair : 0;
        return Math.max(1, Math.min(left, Math.min(enough, fair)));
    }

    /** How many things each of the first blocks should have, of those that are all alike. */
    int begin(int all) {
        return Math.max(1, all / (FIRST * slots));
    }

    /** How many blocks were done. */
    public synchronized int blocks() {
        return blocks;
    }

    /** Part of the workers' time in which they had nothing to do, from 0 to 1, until the last block ended. */
    public synchronized double around() {
        return idle == 0 ? 0 : idle / (idle + inside);
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
