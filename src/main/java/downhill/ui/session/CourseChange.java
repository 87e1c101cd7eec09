package downhill.ui.session;

import downhill.race.document.ContenderSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From which step on the courses of contenders differ between two documents of one race. */
final class CourseChange {
    private CourseChange() {
    }

    /** By id, for those whose course is another one from some step on; 0 for all of it. */
    static Map<String, Long> changed(List<ContenderSpec> before, List<ContenderSpec> after) {
        Map<String, ContenderSpec> now = new HashMap<>();
        after.forEach(one -> now.put(one.id(), one));
        Map<String, Long> changed = new HashMap<>();
        for (ContenderSpec one : before) {
            ContenderSpec other = now.get(one.id());
            if (other == null || !essence(one).equals(essence(other))) {
                changed.put(one.id(), 0L);
            } else if (!one.changes().equals(other.changes())) {
                changed.put(one.id(), firstDifference(one.changes(), other.changes()));
            }
        }
        return changed;
    }

    private static ContenderSpec essence(ContenderSpec one) {
        return one.course().withChanges(List.of());
    }

    private static long firstDifference(List<ContenderSpec.Change> one, List<ContenderSpec.Change> other) {
        List<ContenderSpec.Change> different = new ArrayList<>(one);
        different.removeAll(other);
        List<ContenderSpec.Change> more = new ArrayList<>(other);
        more.removeAll(one);
        different.addAll(more);
        return different.stream().mapToLong(ContenderSpec.Change::step).min().orElse(0);
    }
}
