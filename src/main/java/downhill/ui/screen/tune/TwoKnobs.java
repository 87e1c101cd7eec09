package downhill.ui.screen.tune;

import downhill.ui.control.Choice;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which knob goes across a picture and which upwards: two different ones, as long as there are two. */
final class TwoKnobs {
    private final Choice<String> across;
    private final Choice<String> upwards;

    /** Knobs are called as {@code view} does now; {@code chosen} is called when a person has taken another. */
    TwoKnobs(TrialView view, Runnable chosen) {
        Function<String, String> words = name -> view.words().label(name);
        across = new Choice<String>(Messages.binding("tune.contour.x"), List.of(), words).start(null, now -> chosen.run());
        upwards = new Choice<String>(Messages.binding("tune.contour.y"), List.of(), words).start(null, now -> chosen.run());
        controls().forEach(choice -> choice.getStyleClass().add(Choice.QUIET));
    }

    /** The two lists. */
    List<Choice<String>> controls() {
        return List.of(across, upwards);
    }

    /** The one across; null where there is none. */
    String x() {
        return across.getValue();
    }

    /** The one upwards; null where there is none. */
    String y() {
        return upwards.getValue();
    }

    /** Keeps what was chosen of {@code names}; else ranges of numbers come first: between their values there is something to draw. */
    void offer(List<String> names, Predicate<String> isNumber) {
        List<String> order = Stream.concat(names.stream().filter(isNumber), names.stream().filter(isNumber.negate())).toList();
        String x = names.contains(x()) ? x() : first(order, null);
        String y = names.contains(y()) && !y().equals(x) ? y() : first(order, x);
        across.offer(names, x);
        upwards.offer(names, y);
    }

    private static String first(List<String> order, String but) {
        return order.stream().filter(each -> !each.equals(but)).findFirst().orElse(null);
    }
}
