package downhill.export.notebook;

import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.export.ModelText;
import downhill.export.Template;
import java.util.Locale;
import java.util.Map;

/** What the cell that prepares rows has to know. */
final class NotebookInputs {
    private final Prepared data;
    private final Preprocessing steps;
    private final int outputs;

    NotebookInputs(Prepared data, int outputs) {
        this.data = data;
        this.steps = data.preprocessing();
        this.outputs = outputs;
    }

    Map<String, String> places() {
        return Map.of("PREPARING", Template.of("columns.py.txt").text(), "COLUMNS", ModelText.columnsOf(steps).strip(),
                "CLASSES", PythonText.list(steps.classNames()), "OUTPUTS", String.valueOf(outputs), "ANSWER", answer(),
                "REACH", String.valueOf(steps.reach()), "WINDOW", String.valueOf(steps.sequence() == null ? 1 : steps.sequence().window()),
                "SHAPE", PythonText.list(data.inputShape()));
    }

    private String answer() {
        TargetStep target = steps.target();
        if (target instanceof TargetStep.NumberTarget number) {
            return "(\"number\", " + number.center() + ", " + number.scale() + ", None)";
        }
        return target instanceof TargetStep.RelativeTarget part ? "(" + PythonText.quoted(part.relation().name().toLowerCase(Locale.ROOT))
                + ", " + part.center() + ", " + part.scale() + ", " + PythonText.quoted(part.column()) + ")" : "None";
    }
}
