package downhill.lesson;

import downhill.words.Said;
import java.util.List;

/** Whether a prediction's right answer is right, and a wrong one wrong, of a race that has run. */
final class PromptTrial {
    private static final int POINTS = 21;
    /** Tolerances by which an answer is off to be wrong. */
    private static final double OFF = 3;

    private final Prompt asked;
    private final Situation there;
    private final long first;
    private final long last;

    PromptTrial(Prompt asked, Situation there, long first, long last) {
        this.asked = asked;
        this.there = there;
        this.first = first;
        this.last = last;
    }

    void faults(List<Said> faults) {
        if (asked instanceof Prompt.Choice choice) {
            choice.answers().forEach(answer -> answer(answer, faults));
        } else if (asked instanceof Prompt.Number number) {
            number(number, faults);
        } else if (asked instanceof Prompt.Place place) {
            double[] end = there.parameters(place.contender());
            if (end.length != 2) {
                faults.add(Said.of("lesson.trial.place", place.contender()));
                return;
            }
            judged(new Given.Clicked(end[0], end[1]), new Given.Clicked(end[0] + OFF * place.tolerance(), end[1]), faults);
        } else if (asked instanceof Prompt.Drawing drawing) {
            drawing(drawing, faults);
        }
    }

    private void answer(Prompt.Answer answer, List<Said> faults) {
        if (answer.when() != null && new StateChecks(there).all(answer.when()) != answer.right()) {
            faults.add(Said.of(answer.right() ? "lesson.trial.right" : "lesson.trial.wrong", answer.id()));
        }
    }

    private void number(Prompt.Number number, List<Said> faults) {
        double truth = Marking.truth(number, there);
        if (!Double.isFinite(truth)) {
            faults.add(Said.of("lesson.trial.number"));
            return;
        }
        if (number.right() != null && !Marking.isClose(number, number.right(), truth)) {
            faults.add(Said.of("lesson.trial.declared", number.right(), truth));
        }
        double far = OFF * number.tolerance() * (number.relative() ? Math.abs(truth) : 1);
        judged(new Given.Typed(truth), new Given.Typed(truth + far), faults);
    }

    private void drawing(Prompt.Drawing drawing, List<Said> faults) {
        List<Double> curve = Marking.curve(drawing.contender(), there, first, last, POINTS);
        double factor = Math.pow(10, OFF * drawing.tolerance());
        judged(new Given.Drawn(curve), new Given.Drawn(curve.stream().map(loss -> loss * factor).toList()), faults);
    }

    private void judged(Given right, Given wrong, List<Said> faults) {
        if (!Marking.right(asked, right, there, first, last)) {
            faults.add(Said.of("lesson.trial.unfit"));
        }
        if (Marking.right(asked, wrong, there, first, last)) {
            faults.add(Said.of("lesson.trial.any"));
        }
    }
}
