package downhill.compress;

import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Teaching;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * One smaller form as a person asks for it: something is done to the model first, and what is left may be held as whole numbers.
 *
 * @param kind    what is done first
 * @param share   of the weights or units that is taken away, from above 0 to below 1; unused of other kinds
 * @param by      which are; unused of other kinds
 * @param steps   of training after something was taken away, that a student learns, or over whose end an average reaches; at least 0
 * @param student as {@link StudentText} reads it; unused of other kinds
 * @param form    of whole numbers; null for none
 */
public record FormWish(Kind kind, double share, PruneBy by, long steps, String student, SmallForm form) {
    /** What is done first. */
    public enum Kind {
        /** Nothing. */
        WHOLE,
        /** Weights or units are taken away. */
        PRUNE,
        /** What it says is taught to another. */
        DISTIL,
        /** The mean of its weights over its last steps takes their place. */
        AVERAGE
    }

    private static final Teaching TEACHING = new Teaching(3, 0.7);
    private static final long LEARNED = 1000;
    private static final long AVERAGED = 500;
    private static final String SHARE = "--prune";
    private static final String STEPS = "--steps";
    private static final long SEED = 0;
    /** Whole numbers are quickly found. */
    private static final double NEARLY = 0.95;

    /** @throws RefusedException where it cannot be asked for, in one sentence */
    public FormWish {
        if (kind == Kind.WHOLE && form == null) {
            throw new RefusedException(Said.of("compress.wish.nothing"));
        }
        if (kind == Kind.PRUNE && !(share > 0 && share < 1)) {
            throw new RefusedException(Said.of("compress.must", SHARE, Said.of("compress.share"), share));
        }
        if (steps < 0 || kind == Kind.DISTIL && steps == 0) {
            int least = kind == Kind.DISTIL ? 1 : 0;
            throw new RefusedException(Said.of("compress.must", STEPS, Said.of("compress.least", least), steps));
        }
    }

    /**
     * As {@link #texts} has it.
     *
     * @param place where it stands, for what is said
     * @throws RefusedException of one sentence where it cannot be asked for
     */
    public static FormWish of(Map<String, String> texts, String place) {
        return FormSettings.wish(texts, place);
    }

    /** By the names of {@link FormSettings}, as a document keeps it. */
    public Map<String, String> texts() {
        return FormSettings.texts(this);
    }

    /** Whole numbers for the weights of the model itself. */
    public static FormWish quantised(SmallForm form) {
        return new FormWish(Kind.WHOLE, 0, PruneBy.MAGNITUDE, 0, "", form);
    }

    /** With the smallest weights taken away. */
    public static FormWish pruned(double share, long steps) {
        return new FormWish(Kind.PRUNE, share, PruneBy.MAGNITUDE, steps, "", null);
    }

    /** Taught to another. */
    public static FormWish taught(String student, long steps) {
        return new FormWish(Kind.DISTIL, 0, PruneBy.MAGNITUDE, steps, student, null);
    }

    /** The mean of its weights over the last steps. */
    public static FormWish averaged(long steps) {
        return new FormWish(Kind.AVERAGE, 0, PruneBy.MAGNITUDE, steps, "", null);
    }

    /** What forms are called, as {@code compress} calls them. */
    public String id() {
        String first = switch (kind) {
            case WHOLE -> "";
            case PRUNE -> "pruned " + Compressor.percent(share)
                    + (by == PruneBy.MAGNITUDE ? "" : " by " + by.name().toLowerCase(Locale.ROOT));
            case DISTIL -> student;
            case AVERAGE -> "average " + steps;
        };
        return form == null ? first : (first + " " + form.id()).strip();
    }

    /** The same as whole numbers; null for none. */
    public FormWish with(SmallForm other) {
        return new FormWish(kind, share, by, steps, student, other);
    }

    /** What is worth a try of a model, one of each kind and two that go together. */
    public static List<FormWish> usual(TrainedModel model) {
        FormWish student = taught(StudentText.half(model), LEARNED);
        FormWish pruned = pruned(FormSettings.SHARE.usual(), FormSettings.STEPS.usual());
        return List.of(pruned, quantised(SmallForm.INT8_STATIC), quantised(SmallForm.INT4), quantised(SmallForm.BINARY),
                pruned.with(SmallForm.INT8_STATIC), student, student.with(SmallForm.INT8_STATIC), averaged(AVERAGED));
    }

    /**
     * Makes it.
     *
     * @param original    with real numbers for weights
     * @param how         rows that are learned from
     * @param averaged    gives the model's average over so many last steps; asked for that kind alone
     * @throws RefusedException where the model has no such form, in one sentence
     */
    public TrainedModel made(TrainedModel original, Training how, LongFunction<TrainedModel> averaged, Progress progress) {
        TrainedModel first = switch (kind) {
            case WHOLE -> original;
            case AVERAGE -> averaged.apply(steps);
            case PRUNE, DISTIL -> last(original, how, first(original), progress.stretch(0, form == null ? 1 : NEARLY));
        };
        return form == null ? first : last(first, how, plan(List.of(), Map.of(), 0, List.of(form)), progress.stretch(NEARLY, 1));
    }

    private static TrainedModel last(TrainedModel model, Training how, SmallerPlan plan, Progress progress) {
        List<TrainedModel> all = new ArrayList<>(new Compressor(model, how, how.rows().training().values(), plan, null).made(progress));
        return all.get(all.size() - 1);
    }

    private SmallerPlan first(TrainedModel original) {
        if (kind == Kind.PRUNE) {
            return plan(List.of(share), Map.of(), 0, List.of());
        }
        int leaves = StudentText.leaves(student);
        InputShape shape = InputShape.of(original.preprocessing().inputShape());
        Map<String, Architecture> students = leaves > 0 ? Map.of() : Map.of(student, StudentText.architecture(student, shape));
        return plan(List.of(), students, leaves, List.of());
    }

    private SmallerPlan plan(List<Double> shares, Map<String, Architecture> students, int leaves, List<SmallForm> forms) {
        return new SmallerPlan(shares, by, false, 1, forms, false, false, students, leaves, TEACHING, false,
                kind == Kind.PRUNE ? steps : 0, Math.max(1, steps), ScoreMetric.ACCURACY, SEED);
    }
}
