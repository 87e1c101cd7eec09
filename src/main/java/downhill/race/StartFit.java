package downhill.race;

import downhill.data.prepare.PreparationDifference;
import downhill.data.prepare.Prepared;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Head;
import downhill.model.ModelDifference;
import downhill.model.ModelSpec;
import downhill.race.document.StartPoint;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether a model of elsewhere can be the start of a contender here, and the numbers that it starts from. */
public final class StartFit {
    private final StartPoint start;
    private final ModelSpec model;
    private final Prepared data;
    private final PreparationDifference difference;

    /**
     * @param model that contenders train here
     * @param data  on which they do
     */
    public StartFit(StartPoint start, ModelSpec model, Prepared data) {
        this.start = start;
        this.model = model;
        this.data = data;
        this.difference = new PreparationDifference(start.preparation(), data.preprocessing());
    }

    /** One sentence that names what differs; empty where it can. */
    public Optional<Said> refusal() {
        Optional<Said> body = ModelDifference.of(start.model().architecture(), model.architecture()).or(this::quantised)
                .or(difference::inputs);
        if (body.isPresent()) {
            return Optional.of(Said.of("start.refused", start.name(), body.get()));
        }
        if (start.row() == null) {
            return Optional.of(Said.of("start.numbers", start.name()));
        }
        return start.newHead() ? headless() : answers();
    }

    private Optional<Said> quantised() {
        return Objects.equals(start.model().quantisation(), model.quantisation()) ? Optional.empty()
                : Optional.of(Said.of("start.quantised"));
    }

    private Optional<Said> headless() {
        return ours(start.layout()).isEmpty() ? Optional.of(Said.of("start.body", start.name())) : Optional.empty();
    }

    private Optional<Said> answers() {
        Optional<Said> other = difference.answers();
        int outputs = Targets.outputs(data, model);
        if (other.isEmpty() && start.outputs() != outputs) {
            other = Optional.of(Said.of("start.outputs", start.outputs(), outputs));
        }
        return other.map(what -> Said.of("start.head", start.name(), what));
    }

    /** What is worth knowing of one that fits; empty where there is nothing. */
    public Optional<Said> notice() {
        return difference.units().map(units -> Said.of("start.notice", start.name(), units));
    }

    /** Names of the arrays that are taken from the start. */
    private Set<String> ours(ParameterLayout there) {
        Set<String> names = new HashSet<>(there.slots().stream().map(ParameterSlot::name).toList());
        if (start.newHead()) {
            names.removeAll(Head.arrays(model, Targets.shape(data), Targets.outputs(data, model)));
        }
        return names;
    }

    /**
     * What a contender starts from.
     *
     * @param seeded values of its seed [P]; what is not taken from the start stays
     * @throws RefusedException with {@link #refusal}
     */
    double[] row(ParameterLayout layout, double[] seeded) {
        refusal().ifPresent(why -> {
            throw new RefusedException(why);
        });
        ParameterLayout there = start.layout();
        double[] from = start.row();
        Set<String> ours = ours(there);
        double[] row = seeded.clone();
        for (ParameterSlot slot : layout.slots()) {
            if (ours.contains(slot.name())) {
                copy(there.slot(slot.name()).orElseThrow(), from, slot, row);
            }
        }
        return row;
    }

    private static void copy(ParameterSlot there, double[] from, ParameterSlot here, double[] to) {
        for (int i = 0; i < here.size(); i++) {
            to[here.position(i)] = from[there.position(i)];
        }
    }
}
