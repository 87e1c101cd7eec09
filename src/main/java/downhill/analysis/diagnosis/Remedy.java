package downhill.analysis.diagnosis;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.Optional;

/**
 * A changed setting that may help.
 *
 * @param setting   as it is typed: {@code learningRate=0.001} of a contender, {@code --scaling standard} of all
 * @param what      the same in a word or two
 * @param changed   the whole document with it, ready to be run
 * @param contender id of the one it changes, so that a branch of it can try; null where it changes what all of them share
 */
public record Remedy(String setting, Said what, Experiment changed, String contender) {
    /** The contender as it would be; empty where it changes what all of them share. */
    public Optional<ContenderSpec> spec() {
        return changed.contenders().stream().filter(one -> one.id().equals(contender)).findFirst();
    }
}
