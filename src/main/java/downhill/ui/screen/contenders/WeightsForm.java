package downhill.ui.screen.contenders;

import downhill.model.ModelBuilder;
import downhill.model.ModelException;
import downhill.optim.Average;
import downhill.optim.Rule;
import downhill.race.Paces;
import downhill.race.Targets;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.document.WeightsSettings;
import downhill.race.document.WeightsSpec;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.VBox;

/** Fields for where the weights of a contender start, which of its layers are frozen or slower, and which mean of them answers. */
final class WeightsForm {
    /** What a model is asked with. */
    enum Answer { WEIGHTS, EMA, SWA }

    private final ContenderSpec was;
    private final StartRow start;
    private final Map<String, SettingField<Double>> layers = new LinkedHashMap<>();
    private final Choice<Answer> answer;
    private final SettingField<Double> decay;
    private final SettingField<Long> from;
    private final SettingField<Long> every;
    private final VBox rows = new VBox(8);
    /** Null where nothing can be learned beforehand. */
    private PretrainForm before;

    /**
     * @param source where models and rows come from; null where none can be asked for
     * @param now    the contender as its form has it
     */
    WeightsForm(Session session, ContenderSpec was, StartSource source, Supplier<ContenderSpec> now) {
        this.was = was;
        WeightsSpec weights = was.settledWeights();
        start = new StartRow(session, was, source);
        answer = new Choice<>(Messages.binding("weights.answer"), List.of(Answer.values()),
                value -> Messages.text("weights.answer." + value.name().toLowerCase(Locale.ROOT)));
        answer.setValue(answer(weights.average()));
        Average.Stochastic plain = weights.average() instanceof Average.Stochastic swa ? swa : null;
        decay = new SettingField<>(Average.DECAY, weights.average() instanceof Average.Exponential ema ? (Double) ema.decay() : null);
        from = new SettingField<>(Average.FROM, plain == null ? null : (Long) plain.from());
        every = new SettingField<>(Average.EVERY, plain == null ? null : (Long) plain.every());
        decay.control().disableProperty().bind(answer.valueProperty().isNotEqualTo(Answer.EMA));
        from.control().disableProperty().bind(answer.valueProperty().isNotEqualTo(Answer.SWA));
        every.control().disableProperty().bind(answer.valueProperty().isNotEqualTo(Answer.SWA));
        if (session.experiment().problem() instanceof Problem.Learning learning) {
            rows.getChildren().add(start.node());
            if (was.fork() == null) {
                before = new PretrainForm(session, now, source, start::set);
                rows.getChildren().add(before.node());
            }
            layers(learning, session.dataProperty().get());
        }
        rows.getChildren().addAll(Rows.field(Messages.binding("weights.answer"), answer), decay.row(), from.row(), every.row(),
                Rows.paragraph(Messages.binding("weights.answer.how")));
    }

    private static Answer answer(Average average) {
        if (average == null) {
            return Answer.WEIGHTS;
        }
        return average instanceof Average.Exponential ? Answer.EMA : Answer.SWA;
    }

    private void layers(Problem.Learning learning, LoadedData data) {
        for (String layer : names(learning, data)) {
            SettingField<Double> pace = new SettingField<>(WeightsSettings.PACE, was.settledWeights().paces().getOrDefault(layer, 1.0));
            pace.control().accessibleTextProperty().unbind();
            pace.control().setAccessibleText(layer);
            layers.put(layer, pace);
            rows.getChildren().add(Rows.field(new SimpleStringProperty(this, "layer", layer), pace.control()));
        }
        if (!layers.isEmpty()) {
            rows.getChildren().add(Rows.paragraph(Messages.binding("weights.paces.how")));
        }
    }

    /** Layers of the model; none before its data are there. */
    private static List<String> names(Problem.Learning learning, LoadedData data) {
        if (data == null || !data.isUsable()) {
            return List.of();
        }
        try {
            return Paces.layers(ModelBuilder.evaluation(learning.model(), Targets.shape(data.prepared()),
                    Targets.outputs(data.prepared(), learning.model()), 1, false).layout());
        } catch (ModelException none) {
            return List.of();
        }
    }

    /** Once a frame. */
    void frame() {
        if (before != null) {
            before.frame();
        }
    }

    /** Ends what is being learned. */
    void dispose() {
        if (before != null) {
            before.dispose();
        }
    }

    VBox node() {
        return rows;
    }

    /** Calls {@code then} after each change. */
    void onChange(Runnable then) {
        start.onChange(then);
        layers.values().forEach(field -> field.onChange(then));
        List.of(decay, from, every).forEach(field -> field.onChange(then));
        answer.valueProperty().addListener((source, old, now) -> then.run());
    }

    /** What is asked for; paces of single arrays, which have no field, are kept. */
    WeightsSpec value() {
        Map<String, Double> paces = new TreeMap<>(was.settledWeights().paces());
        layers.forEach((layer, field) -> paces.put(layer, field.value()));
        paces.values().removeIf(pace -> pace == 1);
        return new WeightsSpec(start.value(), paces, average());
    }

    private Average average() {
        return switch (answer.getValue()) {
            case WEIGHTS -> null;
            case EMA -> new Average.Exponential(decay.value());
            case SWA -> new Average.Stochastic(from.value(), every.value());
        };
    }

    /** Why it cannot be so with this rule; nothing where it can. */
    Said problem(Rule rule) {
        Said refused = start.problem();
        if (!refused.isEmpty() || rule == null) {
            return refused;
        }
        try {
            WeightsSpec now = value();
            if (now.average() != null) {
                now.average().of(rule);
            }
            Paces.check(was.withWeights(now), rule);
            return Said.NOTHING;
        } catch (RefusedException why) {
            return why.said();
        }
    }
}
