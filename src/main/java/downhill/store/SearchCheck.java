package downhill.store;

import downhill.race.document.SearchSpec;
import downhill.study.StudySettings;
import downhill.study.space.VaryText;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Optional;

/** What a search in a document cannot say by its types. */
final class SearchCheck {
    private static final String PLACE = "experiment.search";

    private SearchCheck() {
    }

    /** A sentence on the first thing that is wrong, if any; {@code search} may be null. */
    static Optional<Said> problem(SearchSpec search) {
        if (search == null) {
            return Optional.empty();
        }
        try {
            search.vary().forEach(VaryText::read);
            StudySettings.chosen(search.settings(), name -> PLACE + ".settings." + name);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(Said.of("document.at", PLACE, refused.said()));
        }
    }
}
