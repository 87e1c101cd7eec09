package downhill.cli;

import downhill.lesson.LessonTrial;
import downhill.store.LessonStore;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What came of checking a lesson, in lines. */
record LessonReport(LessonStore.Opened opened, List<LessonTrial.Found> steps) {

    boolean isWell() {
        return steps.stream().allMatch(step -> step.faults().isEmpty());
    }

    /** What JSON has of it. */
    Map<String, Object> told() {
        return Map.of("id", opened.lesson().id(), "file", opened.name(), "well", isWell(), "steps", steps.stream().map(step -> Map.of("id",
                step.step(), "faults", step.faults().stream().map(Said::toString).toList())).toList());
    }

    void print(PrintWriter out) {
        if (isWell()) {
            out.println(Said.of("cli.lesson.well", opened.name(), steps.size()));
        }
        for (int i = 0; i < steps.size(); i++) {
            for (Said fault : steps.get(i).faults()) {
                out.println(Said.of("cli.lesson.fault", opened.name(), i + 1, steps.get(i).step(), fault));
            }
        }
    }
}
