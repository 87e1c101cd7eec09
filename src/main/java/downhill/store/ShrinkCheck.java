package downhill.store;

import downhill.compress.FormWish;
import downhill.race.document.FormSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/** What smaller forms in a document cannot say by their types. */
final class ShrinkCheck {
    private ShrinkCheck() {
    }

    /** A sentence on the first thing that is wrong, if any; {@code forms} may be null. */
    static Optional<Said> problem(List<FormSpec> forms) {
        for (int i = 0; forms != null && i < forms.size(); i++) {
            String place = "experiment.shrink[" + i + "]";
            try {
                FormWish.of(forms.get(i).settings(), place + ".settings");
            } catch (RefusedException refused) {
                return Optional.of(Said.of("document.at", place, refused.said()));
            }
        }
        return Optional.empty();
    }
}
