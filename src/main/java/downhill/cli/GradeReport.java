package downhill.cli;

import downhill.lesson.Grading;
import downhill.lesson.Homework;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Marks in lines and in JSON, by the file that was handed in. */
record GradeReport(Homework assignment, Map<String, Grading.Result> results) {

    /** What JSON has of it; marks of what is damaged are not known and not there. */
    Map<String, Object> told() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("assignment", assignment.title());
        all.put("of", assignment.of());
        all.put("handIns", results.entrySet().stream().map(entry -> told(entry.getKey(), entry.getValue())).toList());
        return all;
    }

    private static Map<String, Object> told(String file, Grading.Result result) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", file);
        one.put("standing", result.standing().name().toLowerCase(Locale.ROOT));
        if (!Double.isNaN(result.total())) {
            one.put("marks", result.total());
        }
        one.put("note", result.note().toString());
        one.put("tasks", result.marks().stream().map(mark -> Map.of("id", mark.task().id(), "marks", mark.marks(), "of",
                mark.task().marks(), "why", mark.why().toString())).toList());
        return one;
    }

    void print(PrintWriter out) {
        results.forEach((file, result) -> {
            out.println(line(file, result));
            result.marks().forEach(mark -> out.println(Said.of("cli.grade.task", mark.task().id(), marks(mark.marks()),
                    marks(mark.task().marks()), mark.why())));
        });
    }

    /** Most are whole numbers, and read as such. */
    private static String marks(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private Said line(String file, Grading.Result result) {
        return switch (result.standing()) {
            case JUDGED -> Said.of("cli.grade.judged", file, marks(result.total()), marks(assignment.of()));
            case UNLIKE -> Said.of("cli.grade.unlike", file, result.note());
            case ALTERED -> Said.of("cli.grade.altered", file, result.note());
            case DAMAGED -> Said.of("cli.grade.damaged", file, result.note());
        };
    }
}
