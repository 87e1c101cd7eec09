package downhill.ui.i18n;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;

/**
 * Words that are said anew when another language is spoken. A binding to the property of the language would leave its observer there when nobody
 * needs the words any more: rows of tables leave thousands in an hour, and a change of language would go through all of them for each one that
 * it takes away.
 */
final class SpokenWords extends StringBinding {
    /** All that somebody holds. FX thread. */
    private static final Set<SpokenWords> ALL = Collections.newSetFromMap(new WeakHashMap<>());

    private final Supplier<String> words;

    private SpokenWords(Supplier<String> words, Observable[] sources) {
        this.words = words;
        bind(sources);
    }

    static SpokenWords of(Supplier<String> words, Observable... sources) {
        SpokenWords made = new SpokenWords(words, sources);
        synchronized (ALL) {
            ALL.add(made);
        }
        return made;
    }

    /** Another language is spoken. */
    static void sayAnew() {
        List<SpokenWords> all;
        synchronized (ALL) {
            all = List.copyOf(ALL);
        }
        all.forEach(StringBinding::invalidate);
    }

    /** How many somebody holds, or held a moment ago. */
    static int count() {
        synchronized (ALL) {
            return ALL.size();
        }
    }

    @Override
    protected String computeValue() {
        return words.get();
    }
}
