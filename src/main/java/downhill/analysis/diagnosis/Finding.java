package downhill.analysis.diagnosis;

import downhill.words.Said;
import java.util.List;

/**
 * What may be wrong with a race.
 *
 * @param contender its name, or null where it concerns all
 * @param id        of the contender, or null
 * @param evidence  a sentence with figures of the race
 * @param since     the step from which to try something else: the last at which all was well, or the first; 0 where it concerns all
 * @param remedies  what to try, the first first; at least one
 */
public record Finding(String contender, String id, Ailment kind, Said evidence, long since, List<Remedy> remedies) {
    public Finding {
        remedies = List.copyOf(remedies);
    }

    static Finding of(Patient patient, Ailment kind, Said evidence, long since, List<Remedy> remedies) {
        return new Finding(patient.name(), patient.spec().id(), kind, evidence, since, remedies);
    }

    /** What concerns all contenders. */
    static Finding ofAll(Ailment kind, Said evidence, Remedy remedy) {
        return new Finding(null, null, kind, evidence, 0, List.of(remedy));
    }

    /** What to try first. */
    public Remedy remedy() {
        return remedies.get(0);
    }

    /** The same for whoever has read what the import found: that a column tells the target is not said again. */
    public Said afterImport() {
        return kind == Ailment.LEAK_SUSPECTED ? Said.of("finding.try.without", remedy().setting()) : said();
    }

    /** Evidence and what to try, in sentences. */
    public Said said() {
        return Said.sentences(evidence, Said.of("finding.try", remedy().setting()));
    }
}
