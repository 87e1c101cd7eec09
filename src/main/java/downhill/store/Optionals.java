package downhill.store;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/** The components of records that may be null; they are left out of files where they are. All others must be there. */
final class Optionals {
    private static final Set<String> NAMES = Set.of(
            "ContenderSpec.ruleText", "ContenderSpec.penalty", "ContenderSpec.clipping", "ContenderSpec.fork",
            "TrainingSpec.earlyStopping", "TrainingSpec.augmentation",
            "DataSpec.target", "DataSpec.task", "DataSpec.image", "DataSpec.sequence", "SequenceSpec.level", "ImportOptions.dialect", "InspectReport.sample",
            "Preprocessing.image", "Preprocessing.sequence", "Numeric.fill", "OneHot.fill");

    private Optionals() {
    }

    static boolean mayBeNull(RecordComponent component) {
        String owner = component.getDeclaringRecord().getSimpleName();
        return owner.equals("DialectChoice") || NAMES.contains(owner + "." + component.getName());
    }
}
