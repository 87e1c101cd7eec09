package downhill.ui.screen.glass;

import downhill.analysis.step.GlassBox;
import downhill.analysis.step.StepRecord;
import downhill.analysis.step.TensorLook;
import java.util.List;
import java.util.Optional;

/**
 * All that the glass box shows of one parameter's step.
 *
 * @param name      of the parameter
 * @param contender name of the contender
 * @param style     of its colour
 * @param box       the numbers
 * @param lines     the rule's lines in numbers; none for a method that is no formula
 * @param habits    what the step's rule remembers, as far as the sentence speaks of it
 * @param answer    where the step's rule is asked; θ for most
 * @param pace      what the parameter's steps are multiplied by; 1 for most
 */
record Told(String name, String contender, int style, GlassBox box, List<RuleLines.Line> lines, Habits habits, String answer,
            double pace) {

    static Told of(StepRecord record, int parameter, String name, String contender, int style) {
        boolean formula = record.run().rule().isFormula();
        Optional<TensorLook> look = TensorLook.of(record); // the whole step again: once for all that is told of it
        List<RuleLines.Line> lines = formula ? RuleLines.of(record, parameter, look) : List.of();
        return new Told(name, contender, style, GlassBox.of(record, parameter, look), lines, Habits.of(record, parameter, lines),
                record.run().rule().answer(), record.run().pace(parameter));
    }

    /** The parameter that a step changes most; the first where none changes. */
    static int mostChanged(StepRecord record) {
        int most = 0;
        for (int i = 1; i < record.before().length; i++) {
            if (Math.abs(record.change(i)) > Math.abs(record.change(most))) {
                most = i;
            }
        }
        return most;
    }
}
