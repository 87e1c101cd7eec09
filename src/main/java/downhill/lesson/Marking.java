package downhill.lesson;

import java.util.List;
import java.util.stream.IntStream;

/** Whether what was predicted came about. */
public final class Marking {
    private Marking() {
    }

    /**
     * Whether an answer is right, now that it has run.
     *
     * @param first step at which the run began
     * @param last  step at which it ended
     */
    public static boolean right(Prompt asked, Given given, Situation situation, long first, long last) {
        if (asked instanceof Prompt.Choice choice) {
            return given instanceof Given.Chosen chosen && chosen.answer().equals(choice.right());
        } else if (asked instanceof Prompt.Number number) {
            return given instanceof Given.Typed typed && isClose(number, typed.value(), truth(number, situation));
        } else if (asked instanceof Prompt.Place place) {
            double[] there = situation.parameters(place.contender());
            return given instanceof Given.Clicked at && there.length == 2
                    && Math.hypot(at.x() - there[0], at.y() - there[1]) <= place.tolerance();
        }
        Prompt.Drawing drawing = (Prompt.Drawing) asked;
        return given instanceof Given.Drawn drawn
                && error(drawn.losses(), curve(drawing.contender(), situation, first, last, drawn.losses().size())) <= drawing.tolerance();
    }

    /** The number that was asked for. */
    public static double truth(Prompt.Number number, Situation situation) {
        return number.measure() == null ? number.right() : number.measure().of(situation);
    }

    static boolean isClose(Prompt.Number number, double said, double truth) {
        return Math.abs(said - truth) <= (number.relative() ? number.tolerance() * Math.abs(truth) : number.tolerance());
    }

    /** The losses of a contender at {@code count} points spread evenly over a run; NaN where there is none. */
    public static List<Double> curve(String contender, Situation situation, long first, long last, int count) {
        return IntStream.range(0, count).mapToObj(i -> situation.loss(contender, Math.max(1, step(first, last, i, count)))).toList();
    }

    /** The step of a point of a drawn curve. */
    public static long step(long first, long last, int point, int count) {
        return count == 1 ? last : first + Math.round((double) (last - first) * point / (count - 1));
    }

    /** Mean distance in powers of ten, over the points where both are numbers above 0; infinite where there are none. */
    public static double error(List<Double> drawn, List<Double> truth) {
        return IntStream.range(0, Math.min(drawn.size(), truth.size())).filter(i -> drawn.get(i) > 0 && truth.get(i) > 0)
                .mapToDouble(i -> Math.abs(Math.log10(drawn.get(i)) - Math.log10(truth.get(i)))).average().orElse(Double.POSITIVE_INFINITY);
    }
}
