package downhill.study.sample;

import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill the space evenly: the sequence of Sobol in the directions of Joe and Kuo (2008), scrambled as Owen (1995) proposed, each
 * digit by those before it, with the hash of Laine and Karras in the form of Burley (2020).
 *
 * @param seed of the scrambling
 */
public record SobolSampler(long seed) implements Sampler {
    private static final int TOGETHER = 16;
    private static final double PARTS = 0x1p32;

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public int together(SearchSpace space) {
        return TOGETHER;
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        double[] point = point(space.knobs().size(), number);
        Map<Knob, Double> units = new HashMap<>();
        space.knobs().forEach(knob -> units.put(knob, point[units.size()]));
        return space.values(units::get);
    }

    /** The point of an index, in [0, 1). */
    double[] point(int dimensions, int index) {
        double[] plain = new SobolSequenceGenerator(dimensions).skipTo(index);
        for (int i = 0; i < dimensions; i++) {
            int bits = (int) (long) (plain[i] * PARTS);
            plain[i] = (scrambled(bits, (int) Draws.mixed(seed + 31L * i)) & 0xFFFFFFFFL) / PARTS;
        }
        return plain;
    }

    private static int scrambled(int bits, int key) {
        int x = Integer.reverse(bits);
        x += key;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }
}
