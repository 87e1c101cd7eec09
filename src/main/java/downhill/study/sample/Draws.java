package downhill.study.sample;

import java.util.SplittableRandom;

/** Random numbers of a trial of their own, whatever others draw. */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draws() {
    }

    /** The source of one trial. */
    static SplittableRandom of(long seed, int number) {
        return new SplittableRandom(mixed(mixed(seed) + GOLDEN * (number + 1L)));
    }

    /** Every bit depends on every bit (Stafford's variant 13 of MurmurHash3's finalizer). */
    static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A standard normal number, by Box and Muller. */
    static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
