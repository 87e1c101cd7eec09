package downhill.data;

/**
 * Random numbers that are a pure function of (seed, purpose, counter): any of them can be had again without drawing those before it,
 * on any machine and thread. Each is a hash by the finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford's
 * constants). Purposes keep streams apart that share a seed; see the constants.
 */
public final class CounterRandom {
    /** Purposes, one for each independent use of a seed. Users may pass any other number from 1000. */
    public static final long SPLIT = 1;
    public static final long BATCHES = 2;
    public static final long DROPOUT = 3;
    public static final long INITIAL_VALUES = 4;
    public static final long GENERATOR = 5;
    public static final long NOISE = 6;
    public static final long AUGMENTATION = 7;
    public static final long SAMPLING = 8;
    public static final long RULES = 9;
    public static final long LABELS = 10;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private CounterRandom() {
    }

    /** 64 random bits. */
    public static long bits(long seed, long purpose, long counter) {
        long key = mix(mix(seed + GOLDEN) ^ (purpose * 0xD1B54A32D192ED03L + GOLDEN));
        return mix(key + counter * GOLDEN);
    }

    /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
    public static double uniform(long seed, long purpose, long counter) {
        return (bits(seed, purpose, counter) >>> 11) * UNIT;
    }

    /** Standard normal, by Box and Muller's transform; the same bits on every machine (StrictMath). */
    public static double gaussian(long seed, long purpose, long counter) {
        long first = bits(seed, purpose, counter);
        long second = mix(first ^ 0xA0761D6478BD642FL);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(((first >>> 11) + 1) * UNIT));
        return radius * StrictMath.cos(2 * Math.PI * ((second >>> 11) * UNIT));
    }

    /** Uniform among 0 … bound − 1; the bias is below bound / 2³². */
    public static int index(long seed, long purpose, long counter, int bound) {
        return (int) (((bits(seed, purpose, counter) >>> 32) * bound) >>> 32);
    }

    /** A shuffled 0 … n − 1 (Fisher and Yates), another one for each epoch. */
    public static int[] permutation(long seed, long purpose, long epoch, int n) {
        int[] order = new int[n];
        permute(order, seed, purpose, epoch);
        return order;
    }

    /** Fills {@code order} with a shuffled 0 … length − 1 without allocating. */
    public static void permute(int[] order, long seed, long purpose, long epoch) {
        long stream = bits(seed, purpose, epoch);
        for (int i = 0; i < order.length; i++) {
            int j = (int) (((mix(stream + i * GOLDEN) >>> 32) * (i + 1)) >>> 32);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
