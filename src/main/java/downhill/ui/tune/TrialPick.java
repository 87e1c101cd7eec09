package downhill.ui.tune;

import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.ui.chart.PickDrawing.Tone;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which trial is chosen and which are brushed: one selection and one brush for all pictures of a search. FX thread. */
public final class TrialPick {
    /** Nothing is chosen: the best is shown. */
    public static final int BEST = -1;
    private static final double TOP = 0.25;

    private final ObservableValue<TuneStand> stand;
    /** Each picture asks for every trial: looked for once for each stand. */
    private Told told;
    private Axes axes;
    private Knobs knobs;
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", BEST);
    private final ObjectProperty<Map<String, Range>> brush = new SimpleObjectProperty<>(this, "brush", Map.of());

    private record Told(TuneStand stand, int chosen, Optional<Trial> trial) {
    }

    private record Axes(TuneStand stand, KnobWords words, Language language, List<TrialAxis> all) {
        boolean isOf(Axes other) {
            return stand == other.stand && words == other.words && language == other.language;
        }
    }

    /** The axes that trials do not change. */
    private record Knobs(SearchSpace space, KnobWords words, Language language, List<TrialAxis> all) {
        boolean isOf(Knobs other) {
            return space == other.space && words == other.words && language == other.language;
        }
    }

    /** Nothing chosen, nothing brushed. */
    public TrialPick(ObservableValue<TuneStand> stand) {
        this.stand = stand;
    }

    /** Number of the trial chosen, or {@link #BEST}. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** By the key of an axis, what is brushed of it. */
    public ObjectProperty<Map<String, Range>> brushProperty() {
        return brush;
    }

    /** The trial that is told about: the chosen one, else the best; empty where there is none. */
    public Optional<Trial> told() {
        TuneStand now = stand.getValue();
        if (told == null || told.stand() != now || told.chosen() != chosen.get()) {
            told = new Told(now, chosen.get(), now.trial(chosen.get()).or(now::best));
        }
        return told.trial();
    }

    /** The axes of the trials that there are: a knob each, and what they came to. */
    public List<TrialAxis> axes(KnobWords words) {
        TuneStand now = stand.getValue();
        if (now.space() == null) {
            return List.of();
        }
        Axes wanted = new Axes(now, words, Messages.languageProperty().get(), List.of());
        if (axes == null || !axes.isOf(wanted)) {
            axes = new Axes(now, words, wanted.language(), made(now, words));
        }
        return axes.all();
    }

    private List<TrialAxis> made(TuneStand now, KnobWords words) {
        Knobs wanted = new Knobs(now.space(), words, Messages.languageProperty().get(), List.of());
        if (knobs == null || !knobs.isOf(wanted)) {
            knobs = new Knobs(wanted.space(), words, wanted.language(),
                    now.space().knobs().stream().map(knob -> TrialAxis.of(knob, words.label(knob.name()))).toList());
        }
        return TrialAxis.all(knobs.all(), TrialAxis.loss(now.trials(), TrialAxis.measured(now.measure())));
    }

    /** Brushes a part of an axis, 0 to 1; null for nothing of it. */
    public void brush(TrialAxis axis, Range part) {
        Map<String, Range> now = new LinkedHashMap<>(brush.get());
        if (part == null) {
            now.remove(axis.key());
        } else {
            now.put(axis.key(), axis.kept(part));
        }
        brush.set(now);
    }

    /** Brushes the best quarter of those that came to a number. */
    public void brushBest() {
        double[] sorted = stand.getValue().trials().stream().mapToDouble(TrialAxis::outcome).filter(Double::isFinite).sorted()
                .toArray();
        if (sorted.length > 0) {
            brush.set(Map.of(TrialAxis.LOSS, new Range(-Double.MAX_VALUE, sorted[(int) (TOP * (sorted.length - 1))])));
        }
    }

    /** Nothing is brushed any more. */
    public void clear() {
        brush.set(Map.of());
    }

    /** Nothing is chosen or brushed any more. */
    public void reset() {
        chosen.set(BEST);
        clear();
    }

    /** How much a trial is to be seen. */
    public Tone tone(Trial trial, List<TrialAxis> axes) {
        if (told().filter(one -> one.number() == trial.number()).isPresent()) {
            return Tone.STRONG;
        }
        if (brush.get().isEmpty()) {
            return switch (trial.state()) {
                case COMPLETE, RUNNING -> Tone.PLAIN;
                default -> Tone.FAINT;
            };
        }
        boolean within = axes.stream().filter(axis -> brush.get().containsKey(axis.key()))
                .allMatch(axis -> axis.holds(brush.get().get(axis.key()), trial));
        return within ? Tone.PLAIN : Tone.FAINT;
    }
}
