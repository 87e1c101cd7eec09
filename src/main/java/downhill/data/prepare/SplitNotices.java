package downhill.data.prepare;

import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.Examples;
import downhill.data.Notice;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a split cannot measure, in words: no rows held out, classes without any, classes of a single one. */
final class SplitNotices {
    private final DataSpec spec;
    private final List<String> classes;
    private final int all;
    private final int held;
    private final int[] learned;
    private final int[] measured;

    /** @param classes names, empty in regression */
    SplitNotices(Examples training, Examples validation, List<String> classes, DataSpec spec) {
        this.spec = spec;
        this.classes = classes;
        this.held = validation.count();
        this.all = training.count() + held;
        this.learned = counts(training, classes.size());
        this.measured = counts(validation, classes.size());
    }

    private static int[] counts(Examples examples, int classes) {
        int[] counts = new int[classes];
        if (classes > 0) {
            Arrays.stream(examples.targets()).forEach(target -> counts[(int) target]++);
        }
        return counts;
    }

    List<Notice> told() {
        List<Said> told = new ArrayList<>();
        if (held == 0 && spec.split().validationRatio() > 0
                && Splitter.share(evenly() ? largest() : all, spec.split().validationRatio()) == 0) {
            told.add(nothingHeld());
        } else if (held > 0 && !classes.isEmpty()) {
            unmeasured(told);
            unlearned(told);
            single(told);
        }
        return told.stream().map(sentence -> new Notice(null, sentence)).toList();
    }

    private Said nothingHeld() {
        String percent = Describe.number(100 * spec.split().validationRatio());
        if (!evenly()) {
            return Said.of(classes.isEmpty() ? "split.none.r2" : "split.none.random", percent, all);
        }
        int largest = largest();
        return largest < 2 ? Said.of("split.none.single", percent, largest)
                : Said.of("split.none", percent, largest, (int) Math.ceil(50.0 / largest));
    }

    private int largest() {
        return Arrays.stream(learned).max().orElse(0);
    }

    private boolean evenly() {
        return !classes.isEmpty() && spec.split().stratified() && spec.sequence() == null;
    }

    private void unmeasured(List<Said> told) {
        List<String> without = named(index -> measured[index] == 0 && learned[index] > 0);
        List<String> with = named(index -> measured[index] > 0);
        if (with.size() == 1) {
            told.add(held == 1 ? Said.of("split.one", classes.size(), with.get(0)) : Said.of("split.all", held, classes.size(),
                    with.get(0)));
        } else if (!without.isEmpty()) {
            told.add(Said.of(without.size() == 1 ? "split.few.one" : "split.few", without.size(), classes.size(), Describe.some(without)));
        }
    }

    private void unlearned(List<Said> told) {
        List<String> unknown = named(index -> measured[index] > 0 && learned[index] == 0);
        if (!unknown.isEmpty()) {
            String key = unknown.size() == 1 ? "split.unlearned.one" : "split.unlearned";
            told.add(Said.of(key, unknown.size(), classes.size(), Describe.some(unknown)));
        }
    }

    private void single(List<Said> told) {
        List<String> one = named(index -> measured[index] == 1);
        if (!one.isEmpty() && held > 1) {
            told.add(Said.of(one.size() == 1 ? "split.single.one" : "split.single", one.size(), classes.size(), Describe.some(one)));
        }
    }

    private List<String> named(IntPredicate which) {
        return IntStream.range(0, classes.size()).filter(which).mapToObj(classes::get).toList();
    }
}
