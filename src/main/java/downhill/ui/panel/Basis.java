package downhill.ui.panel;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;

/** What a claim is shown on, which is no more than that: such as "on this seed and these 30 rows". */
public final class Basis {
    private Basis() {
    }

    /**
     * In words.
     *
     * @param seeds of each; 0 where they differ
     * @param rows  that were validated with; 0 for none
     */
    public static String words(int seeds, int rows) {
        String seed = seeds == 1 ? "seed" : "seeds";
        String key = seeds == 0 ? "none" : seed;
        return Messages.text("results.basis." + key + (rows > 0 ? ".rows" : ""), Numbers.count(seeds), Numbers.count(rows));
    }
}
