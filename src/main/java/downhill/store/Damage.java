package downhill.store;

import downhill.words.Said;
import downhill.words.Saying;
import java.util.zip.ZipException;

/** How a file is damaged, in words of ours: what Java says of a zip is English, and nothing that a person can act on. */
final class Damage {
    private Damage() {
    }

    /** What reading a file met. */
    static Said of(Exception met) {
        if (met instanceof Saying) {
            return Said.message(met);
        }
        return Said.of(met instanceof ZipException ? "damage.packed" : "damage.content");
    }
}
