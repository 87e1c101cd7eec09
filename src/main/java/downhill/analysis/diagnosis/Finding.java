package downhill.analysis.diagnosis;

import downhill.words.Said;

/**
 * What may be wrong with a race.
 *
 * @param contender its name, or null where it concerns all
 * @param evidence  a sentence with figures of the race
 * @param remedy    what to try
 */
public record Finding(String contender, Ailment kind, Said evidence, Remedy remedy) {
    /** Evidence and what to try, in sentences. */
    public Said said() {
        return Said.sentences(evidence, Said.of("finding.try", remedy.setting()));
    }
}
