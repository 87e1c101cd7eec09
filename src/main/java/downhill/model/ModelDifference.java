package downhill.model;

import downhill.setting.Part;
import downhill.words.Said;
import java.util.Optional;

/** What tells two models apart, as far as their parameters would mean something else. */
public final class ModelDifference {
    private ModelDifference() {
    }

    /**
     * The first difference, as a phrase such as "Hidden layers are 16, 16 there and 8 here"; empty where there is none.
     *
     * @param there of the model that comes from elsewhere
     */
    public static Optional<Said> of(Architecture there, Architecture here) {
        if (there.equals(here)) {
            return Optional.empty();
        }
        Family<Architecture> own = Family.of(here);
        if (Family.of(there) != own) {
            return Optional.of(Said.of("start.family", Family.of(there).label(), own.label()));
        }
        Optional<Said> setting = own.settings().stream().map(part -> difference(part, there, here)).flatMap(Optional::stream).findFirst();
        return setting.or(() -> Optional.of(Said.of("start.layers", own.label())));
    }

    private static <T> Optional<Said> difference(Part<Architecture, T> part, Architecture there, Architecture here) {
        String was = text(part, there);
        String is = text(part, here);
        return was.equals(is) ? Optional.empty() : Optional.of(Said.of("start.setting", part.setting().label(), was, is));
    }

    private static <T> String text(Part<Architecture, T> part, Architecture of) {
        T value = part.value().apply(of);
        return value == null ? "" : part.setting().kind().text(value);
    }
}
