package downhill.data.prepare;

import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.Examples;
import downhill.data.Notice;
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
        List<String> told = new ArrayList<>();
        if (held == 0 && spec.split().validationRatio() > 0 && Splitter.share(evenly() ? largest() : all, spec.split().validationRatio()) == 0) {
            told.add(nothingHeld());
        } else if (held > 0 && !classes.isEmpty()) {
            unmeasured(told);
            unlearned(told);
            single(told);
        }
        return told.stream().map(sentence -> new Notice(null, sentence)).toList();
    }

    private String nothingHeld() {
        String percent = Describe.number(100 * spec.split().validationRatio());
        if (!evenly()) {
            return "No row is held out, because a share of " + percent + "% of " + all + " rows is less than one. There is no validation loss and no "
                    + (classes.isEmpty() ? "R²" : "accuracy") + ". Hold out a larger share.";
        }
        int largest = largest();
        String none = "No row is held out, because a share of " + percent + "% of each class is less than one row (the largest class has " + largest
                + "). There is no validation loss and no accuracy. ";
        if (largest < 2) {
            return none + "Do not split evenly over the classes.";
        }
        return none + "Hold out " + (int) Math.ceil(50.0 / largest) + "% or more, or do not split evenly over the classes.";
    }

    private int largest() {
        return Arrays.stream(learned).max().orElse(0);
    }

    private boolean evenly() {
        return !classes.isEmpty() && spec.split().stratified() && spec.sequence() == null;
    }

    private void unmeasured(List<String> told) {
        List<String> without = named(index -> measured[index] == 0 && learned[index] > 0);
        List<String> with = named(index -> measured[index] > 0);
        if (with.size() == 1) {
            told.add((held == 1 ? "The only row held out is" : "All " + held + " rows held out are") + " of one class of " + classes.size() + ", \""
                    + with.get(0) + "\". Naming it always would be right each time: validation loss, accuracy and confusion matrix say nothing about"
                    + " the other classes, balanced accuracy and macro F1 are of that class alone, and ROC AUC is not defined.");
        } else if (!without.isEmpty()) {
            told.add(without.size() + " of " + classes.size() + " classes " + (without.size() == 1 ? "has" : "have")
                    + " too few rows for one to be held out (" + Describe.some(without) + "). Validation loss, accuracy and confusion matrix say "
                    + "nothing about such a class, and balanced accuracy, macro F1 and ROC AUC are means of the other classes.");
        }
    }

    private void unlearned(List<String> told) {
        List<String> unknown = named(index -> measured[index] > 0 && learned[index] == 0);
        if (!unknown.isEmpty()) {
            told.add(unknown.size() + " of " + classes.size() + (unknown.size() == 1 ? " classes occurs" : " classes occur")
                    + " in held out rows only (" + Describe.some(unknown) + "). No model can learn such a class, "
                    + "and such rows count as wrong.");
        }
    }

    private void single(List<String> told) {
        List<String> one = named(index -> measured[index] == 1);
        if (!one.isEmpty() && held > 1) {
            told.add(one.size() + " of " + classes.size() + (one.size() == 1 ? " classes is" : " classes are")
                    + " measured on one row (" + Describe.some(one) + "). Recall there is 0 or 1, and balanced accuracy and macro F1 "
                    + "move with it by large steps.");
        }
    }

    private List<String> named(IntPredicate which) {
        return IntStream.range(0, classes.size()).filter(which).mapToObj(classes::get).toList();
    }
}
