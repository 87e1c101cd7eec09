package downhill.cluster;

import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/**
 * How long blocks take, and so how many trials (or folds, or pixels) one should have: so many that what it costs to give a block away is
 * less than a twentieth of its time, but no more than the part of each worker: work that is short is cut no finer than that. What it costs
 * is measured by workers as the time in which they had nothing to do: between two blocks, and within a block where they waited for orders.
 * The first block of each worker brings all that the others have, too, and is left out.
 */
public final class BlockSize {
    /** Of the time, for giving work away: half of what it may be, since neither is known but from blocks before. */
    private static final double SHARE = 0.025;
    /** Before anything is known each worker gets so many blocks. */
    private static final int FIRST = 8;
    /** Seconds that giving a block away is taken to cost until that is measured: what it costs with Spark. */
    private static final double ASSUMED = 0.02;
    /** What is done for the first time is taken to be so many times as slow as later. */
    private static final int COLD = 4;
    /** Of so many blocks the mean is taken: later ones take less time while the compiler has work. */
    private static final int LATE = 4;
    private static final double NANOS = 1e-9;
    /** More waiting than this is told. */
    private static final double MUCH = 0.05;
    /** Seconds: with less work for each worker much waiting comes of its end and of what is not known yet. */
    private static final double LITTLE = 10;

    private final int slots;
    private final LongSupplier clock;
    private final long since;
    private final CountDownLatch begun = new CountDownLatch(1);
    private int blocks;
    /** Of those that are not the first of their worker. */
    private int known;
    /** Seconds for one thing, of late. */
    private double each;
    /** Seconds for giving a block away, of late. */
    private double cost;
    /** What is left is too short to be cut finer than into so many; 0 before. */
    private int parts;
    /** Seconds of work that were done. */
    private double work;
    private double idle;
    private double inside;

    BlockSize(int slots) {
        this(slots, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    BlockSize(int slots, LongSupplier clock) {
        this.slots = slots;
        this.clock = clock;
        since = clock.getAsLong();
    }

    /** A block of so many things is done. What a worker did before it may have been other work than this. */
    synchronized void done(int size, WorkTime time) {
        blocks++;
        begun.countDown();
        work += time.worked() * NANOS;
        double one = time.worked() * NANOS / size;
        if (time.before() == WorkTime.FIRST || clock.getAsLong() - time.all() < since) {
            each = known > 0 ? each : each + (one - each) / blocks;
            return;
        }
        known++;
        double lost = time.lost() * NANOS;
        each += (one - each) / Math.min(known, LATE);
        cost += (lost - cost) / Math.min(known, LATE);
        idle += lost;
        inside += time.worked() * NANOS;
    }

    /** Opens when something is known. */
    CountDownLatch begun() {
        return begun;
    }

    /** How many trials the next block should have, at least 1, where {@code left} are not begun. */
    synchronized int size(int left, int wish) {
        if (blocks == 0) {
            return Math.max(1, Math.min(wish, left / (FIRST * slots)));
        }
        double ratio = known > 0 ? cost / each : COLD * ASSUMED / each;
        int enough = (int) Math.min(left, Math.max(wish, Math.ceil(ratio / SHARE)));
        if (parts == 0 && enough < (left + slots - 1) / slots) {
            return Math.max(1, enough);
        }
        parts = (parts == 0 ? slots : parts) - 1;
        return Math.max(1, (left + parts) / (parts + 1));
    }

    /** How many things each of the first blocks should have, of those that are all alike. */
    int begin(int all) {
        return Math.max(1, all / (FIRST * slots));
    }

    /** How many blocks were done. */
    public synchronized int blocks() {
        return blocks;
    }

    /** Part of the workers' time in which they had nothing to do, from 0 to 1, from each one's second block to the last that ended. */
    public synchronized double around() {
        return idle == 0 ? 0 : idle / (idle + inside);
    }

    /** Seconds of work that were done, of all workers together. */
    public synchronized double work() {
        return work;
    }

    /** Whether workers waited for more than a twentieth of their time since there was too little for them to do. */
    public synchronized boolean tooLittle() {
        return around() > MUCH && work < LITTLE * slots;
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
