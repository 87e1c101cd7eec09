package downhill.ui.screen.deploy;

import downhill.words.Said;
import java.util.List;

/**
 * What would be taken away.
 *
 * @param bytes   of the file; negative where there can be none, or nobody has counted
 * @param problem why there can be none; nothing where there can
 * @param lacks   what must be known before
 */
record AwayDraft(AwayKind kind, long bytes, Said problem, List<Said> lacks) {
    AwayDraft {
        lacks = List.copyOf(lacks);
    }

    boolean isPossible() {
        return problem.equals(Said.NOTHING);
    }
}
