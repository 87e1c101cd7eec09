package downhill.study.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Where the trials of a study are written down. What a method has written is there when it returns. */
public interface Ledger extends AutoCloseable {
    /**
     * What was taken to be run.
     *
     * @param mine trials that were chosen together, all RUNNING; empty where there is nothing to be done
     * @param all  every trial as it stands, those among them
     */
    record Claim(List<Trial> mine, List<Trial> all) {
    }

    /** Every trial, by number. */
    List<Trial> trials();

    /** When each was under way, by number. */
    Map<Integer, TrialSpan> spans();

    /**
     * Takes trials that somebody began who is no more, else begins new ones; nobody else can take the same.
     *
     * @param chooser gives the trials to be begun, given all there are; their numbers go on from those
     */
    Claim claim(UnaryOperator<List<Trial>> chooser);

    /**
     * Writes reports of a step and how trials ended, all of it or nothing.
     *
     * @param reports by number of the trial
     * @param ended   as they are now
     */
    void write(long step, Map<Integer, Double> reports, Collection<Trial> ended);

    /** Lets somebody else take these trials, which are not at their end. */
    void release(Collection<Integer> numbers);

    @Override
    void close();
}
