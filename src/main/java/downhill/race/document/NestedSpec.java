package downhill.race.document;

/**
 * Each contender is tuned in every fold by trials on its training rows, and what was chosen is scored on the rows held out.
 *
 * @param trials of each contender in each fold, beside its own settings
 * @param over   what is tuned
 */
public record NestedSpec(int trials, Over over) {
    /** What is tuned. */
    public enum Over {
        /** The learning rate within a hundredth and a hundred times the contender's own. */
        RATE,
        /** Every number that the rule declares, in its sensible range. */
        ALL
    }

    public NestedSpec withTrials(int other) {
        return new NestedSpec(other, over);
    }

    public NestedSpec withOver(Over other) {
        return new NestedSpec(trials, other);
    }
}
