package downhill.race.document;

import downhill.data.Visible;
import java.util.List;

/**
 * A remedy of the run doctor that was tried, and what came of it as far as it was told. No race depends on it.
 *
 * @param id        of its own
 * @param ailment   what it was to mend, as files have it, such as {@code rate-too-small}
 * @param contender id of whom it was to help; null where it was all
 * @param name      of that one; null where it was all
 * @param setting   what was changed, as it is typed: {@code learningRate=0.01}
 * @param words     the same in a word or two: key of what is said, then what is put in
 * @param branch    id of the branch that tries it; null where all contenders do
 * @param setup     where all do, by what their problem and training are known again; null for a branch
 * @param before    how it, or the best of all, did when it began
 * @param effect    null while it has not come to an end
 */
public record TriedRemedy(String id, String ailment, String contender, String name, String setting, List<String> words, String branch,
                          String setup, Condition before, Effect effect) {
    /** Keeps a copy of what can be seen. */
    public TriedRemedy {
        name = name == null ? null : Visible.line(name);
        setting = Visible.line(setting);
        words = words.stream().map(Visible::line).toList();
    }

    /**
     * How a contender did.
     *
     * @param best     lowest validation loss, or level of the training loss; not-a-number where there is none
     * @param now      the same as told then
     * @param diverged whether it had diverged
     * @param score    balanced accuracy of classes, R² of numbers, on the rows that it is judged by; not-a-number where not measured
     */
    public record Condition(double best, double now, boolean diverged, double score) {
    }

    /**
     * What came of it.
     *
     * @param relief  helped, no-difference, worse or not-known
     * @param measure what it is about: best-loss, loss-at-end, balanced-accuracy or r2
     * @param before  that without the remedy
     * @param after   the same with it
     * @param step    how far it went
     * @param seeds   that it is a mean over
     * @param rows    that it was judged by
     */
    public record Effect(String relief, String measure, double before, double after, long step, int seeds, int rows) {
    }

    /** The same, with what came of it. */
    public TriedRemedy with(Effect told) {
        return new TriedRemedy(id, ailment, contender, name, setting, words, branch, setup, before, told);
    }
}
