package downhill.ui.i18n;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;

/**
 * Words that are said anew when another language is spoken, in the order in which they were made. A binding to the property of the
 * language would leave its observer there when nobody needs the words any more: rows of tables leave thousands in an hour, and a change
 * of language would go through all of them for each one that it takes away.
 */
final class SpokenWords extends StringBinding {
    private static final int FEW = 256;
    /** Those that somebody holds, and some that nobody holds any more. Guarded by itself. */
    private static final List<WeakReference<SpokenWords>> ALL = new ArrayList<>();
    /** At how many it is looked who is gone. */
    private static int look = FEW;

    private final Supplier<String> words;

    private SpokenWords(Supplier<String> words, Observable[] sources) {
        this.words = words;
        bind(sources);
    }

    static SpokenWords of(Supplier<String> words, Observable... sources) {
        SpokenWords made = new SpokenWords(words, sources);
        synchronized (ALL) {
            if (ALL.size() >= look) {
                ALL.removeIf(one -> one.get() == null);
                look = Math.max(FEW, 2 * ALL.size());
            }
            ALL.add(new WeakReference<>(made));
        }
        return made;
    }

    /** Another language is spoken. */
    static void sayAnew() {
        List<SpokenWords> all;
        synchronized (ALL) {
            all = ALL.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
        }
        all.forEach(StringBinding::invalidate);
    }

    /** How many are kept in view, whether somebody holds them or not. */
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
