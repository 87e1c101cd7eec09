package downhill.ui.screen.lecture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why a contender goes as it goes, in a sentence of figures that the race has; nothing where they do not tell. What ends it or was done to
 * it comes before how it has been for long, and that before what its next step will be.
 */
final class Reasons {
    private static final List<Function<Facts, Optional<String>>> ALL = List.of(EndReason::of, RateReason::of, SurfaceReason::of,
            CourseReason::of, GradientReason::of);

    private Reasons() {
    }

    /** The weightiest; empty where there is none. */
    static String of(Facts facts) {
        return ALL.stream().map(one -> one.apply(facts)).flatMap(Optional::stream).findFirst().orElse("");
    }
}
