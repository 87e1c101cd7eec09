package downhill.ui.screen.contenders;

import downhill.optim.Rule;
import downhill.race.document.ContenderSettings;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSettings;
import downhill.ui.control.Buttons;
import downhill.ui.control.CheckedNote;
import downhill.ui.control.CheckedText;
import downhill.ui.control.Choice;
import downhill.ui.control.PenaltyClippingForm;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Edits;
import downhill.words.Said;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** A contender's rule, batch, schedule, penalty and clipping, as a form; its hyperparameters are beside the formula. */
final class ContenderEditor {
    /** How many rows a step sees. */
    enum Batch {
        SHARED, FULL, SINGLE, ROWS;

        /** That of a contender with batches of so many rows. */
        static Batch of(int size) {
            return switch (size) {
                case ContenderSpec.SHARED_BATCH -> SHARED;
                case 0 -> FULL;
                case 1 -> SINGLE;
                default -> ROWS;
            };
        }
    }

    private static String wrongName(String name) {
        return name.isBlank() ? Messages.text("contenders.name.empty") : "";
    }

    private static final double WIDTH = 500;

    private final ContendersModel model;
    private final ContenderSpec start;
    private final CheckedText name;
    private final Choice<Rule> rule;
    private final Choice<Batch> batch;
    private final SettingField<Long> rows;
    private final ScheduleFields schedule;
    private final SettingField<Double> decay;
    private final SettingField<Long> seeds;
    private final CheckBox own = Rows.check(Messages.binding("contenders.own"));
    private final PenaltyClippingForm limits;
    private final WeightsForm weights;
    private final ScheduleCurve curve;

    /** @param models to start from; null for none */
    ContenderEditor(ContendersModel model, String id, StartSource models) {
        this.model = model;
        start = model.contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        name = new CheckedText(Messages.binding("contenders.name"), start.name(), ContenderEditor::wrongName);
        rule = new Choice<>(Messages.binding("contenders.rule"), model.rules(start), RuleWords::name);
        model.session().ruleOf(start).ifPresent(rule::setValue);
        batch = new Choice<>(Spoken.binding(TrainingSettings.BATCH.label()), List.of(Batch.values()),
                value -> Messages.text("contenders.batch." + key(value)));
        batch.setValue(Batch.of(start.batchSize()));
        rows = new SettingField<>(TrainingSettings.BATCH, start.batchSize() > 0 ? (long) start.batchSize() : null);
        rows.control().disableProperty().bind(batch.valueProperty().isNotEqualTo(Batch.ROWS));
        schedule = new ScheduleFields(start.schedule(), model.session().experiment().training().steps());
        decay = new SettingField<>(ContenderSettings.WEIGHT_DECAY, start.weightDecay());
        seeds = new SettingField<>(ContenderSettings.SEEDS, (long) start.seeds());
        seeds.control().setDisable(start.fork() != null); // a branch has the seeds of what it branched off
        own.setSelected(start.penalty() != null || start.clipping() != null);
        limits = new PenaltyClippingForm(start.penalty(), start.clipping());
        limits.node().disableProperty().bind(own.selectedProperty().not());
        weights = new WeightsForm(model.session(), start, models, this::now);
        curve = new ScheduleCurve(model.session().experiment().training().steps());
        schedule.onChange(this::draw);
        rule.valueProperty().addListener((source, old, now) -> draw());
        draw();
    }

    /** The learning rate over the whole budget, before anybody runs. */
    private void draw() {
        Rule chosen = chosen();
        curve.show(chosen == null ? Double.NaN : ScheduleCurve.base(start, chosen), schedule.value(), start.style());
    }

    /** @param closed is run when it is closed in any way */
    void open(Sheets sheets, Runnable closed) {
        CheckedNote objection = new CheckedNote(this::objection);
        VBox form = new VBox(8, Rows.field(Messages.binding("contenders.name"), name),
                Rows.field(Messages.binding("contenders.rule"), rule),
                Rows.paragraph(Messages.binding("contenders.rule.how")), Rows.divider(),
                Rows.field(Spoken.binding(TrainingSettings.BATCH.label()), batch),
                Rows.field(Messages.binding("contenders.rows"), rows.control()),
                schedule.node(), curve.node(), decay.row(),
                Rows.divider(), seeds.row(), Rows.paragraph(Messages.binding("contenders.seeds.how")), objection,
                Rows.divider(), own, limits.node(), Rows.divider(), weights.node());
        sheets.open(Messages.binding("contenders.editor"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", () -> {
                    model.session().edit(this::changed);
                    sheets.close();
                }));
        sheets.onClosed(() -> {
            curve.dispose();
            weights.dispose();
            closed.run();
        });
    }

    /** Once a frame while it is open. */
    void frame() {
        weights.frame();
    }

    private ContenderSpec now() {
        return applied(start);
    }

    private Said objection() {
        Said refused = weights.problem(chosen());
        return refused.isEmpty() ? model.session().objection(changed(model.session().experiment())).orElse(Said.NOTHING) : refused;
    }

    private Rule chosen() {
        return rule.getValue() != null ? rule.getValue() : model.session().ruleOf(start).orElse(null);
    }

    private Experiment changed(Experiment document) {
        return Edits.contender(document, start.id(), this::applied);
    }

    private ContenderSpec applied(ContenderSpec now) {
        ContenderSpec changed = now.withName(name.getText().strip());
        if (rule.getValue() != null && !model.session().ruleOf(start).filter(rule.getValue()::equals).isPresent()) {
            changed = changed.withRule(rule.getValue().id(), null, kept(now, rule.getValue()));
        }
        ContenderSpec shaped = changed.withBatchSize(batchSize()).withSchedule(schedule.value())
                .withPenalty(own.isSelected() ? limits.penalty() : null)
                .withClipping(own.isSelected() ? limits.clipping() : null);
        return shaped.withWeightDecay(decay.value()).withSeeds(seeds.value().intValue()).withWeights(weights.value());
    }

    /** Another rule keeps the learning rate, so that the two can be compared; the rest has the new rule's defaults. */
    private static Map<String, Double> kept(ContenderSpec now, Rule rule) {
        Double rate = Edits.inForce(now).get(Rule.LEARNING_RATE_KEY);
        return rate == null || rule.learningRateIndex() < 0 ? Map.of() : Map.of(Rule.LEARNING_RATE_KEY, rate);
    }

    private int batchSize() {
        return switch (batch.getValue()) {
            case SHARED -> ContenderSpec.SHARED_BATCH;
            case FULL -> 0;
            case SINGLE -> 1;
            case ROWS -> rows.value().intValue();
        };
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
