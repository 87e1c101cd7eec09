package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.race.document.Experiment;
import java.util.Map;

/**
 * A remedy that was tried.
 *
 * @param finding what it was to mend
 * @param remedy  what was changed
 * @param branch  id of the branch that tries it; null where all contenders do
 * @param before  how each contender did when it began, by id
 */
record Treatment(Finding finding, Remedy remedy, String branch, Map<String, Health> before) {
    Treatment {
        before = Map.copyOf(before);
    }

    /** Whether the document is still one in which it is tried: it may have been undone. */
    boolean holds(Experiment document) {
        return branch == null ? document.problem().equals(remedy.changed().problem())
                && document.training().equals(remedy.changed().training())
                : document.contenders().stream().anyMatch(one -> one.id().equals(branch));
    }
}
