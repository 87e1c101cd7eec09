package downhill.compress;

import downhill.data.Progress;
import downhill.data.RowValues;
import downhill.model.Architecture;
import downhill.model.ModelSpec;
import downhill.model.Quantisation;
import downhill.model.TrainedModel;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the smaller forms of a model that a plan wants, and judges each on rows that none of them learned from. */
public final class Compressor {
    private final TrainedModel original;
    private final Training how;
    private final RowValues calibration;
    private final SmallerPlan plan;
    private final List<Function<Progress, List<TrainedModel>>> work = new ArrayList<>();

    /**
     * @param original    with real numbers for weights
     * @param how         its rows are learned from, and its validation rows judge
     * @param calibration prepared inputs; null where no form needs them
     * @param early       [P], where the model was at the step that lottery tickets are put back to; null for none
     * @throws RefusedException where the model is quantised already
     */
    public Compressor(TrainedModel original, Training how, RowValues calibration, SmallerPlan plan, double[] early) {
        if (original.model().quantisation() != null) {
            throw new RefusedException(Said.of("compress.again", original.name()));
        }
        this.original = original;
        this.how = how;
        this.calibration = calibration;
        this.plan = plan;
        work.add(progress -> List.of(original.with("original", original.model(), original.parameters())));
        plan.forms().forEach(form -> work.add(progress -> List.of(plan.aware() ? aware(form, progress)
                : quantised(original, form.id(), form))));
        plan.shares().forEach(share -> work.add(progress -> pruned(share, progress)));
        if (early != null) {
            LotteryTicket tickets = new LotteryTicket(original, early, how, plan);
            plan.shares().forEach(share -> work.add(progress -> tickets.of("ticket " + percent(1 - share), share, progress)));
        }
        plan.students().forEach((name, student) -> work.add(progress -> taught(name, student, progress)));
        if (plan.leaves() > 0) {
            work.add(progress -> combined(TreeStudent.of(original, "tree:" + plan.leaves(), how.rows(), plan.leaves(), progress)));
        }
    }

    /**
     * Makes and judges all, the original first.
     *
     * @param told each as soon as it is judged, on the caller's thread
     * @throws CancellationException where the progress says to give up
     */
    public List<Smaller> run(Consumer<Smaller> told, Progress progress) {
        FormJudge judge = new FormJudge(original, how.rows().validation(), plan.seed());
        List<Smaller> all = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            Progress part = progress.stretch((double) i / work.size(), (double) (i + 1) / work.size());
            for (TrainedModel model : work.get(i).apply(part)) {
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled");
                }
                all.add(judged(model, judge));
                told.accept(all.get(all.size() - 1));
            }
            part.done(1);
        }
        return all;
    }

    /**
     * Makes all without judging them; the original is not among them.
     *
     * @throws CancellationException where the progress says to give up
     */
    public List<TrainedModel> made(Progress progress) {
        List<TrainedModel> all = new ArrayList<>();
        for (int i = 1; i < work.size(); i++) {
            all.addAll(work.get(i).apply(progress.stretch((i - 1.0) / (work.size() - 1), (double) i / (work.size() - 1))));
        }
        return all;
    }

    private Smaller judged(TrainedModel model, FormJudge judge) {
        return judge.judged(model, Microseconds.of(model), judge.said(model), plan.metric());
    }

    private TrainedModel quantised(TrainedModel model, String name, SmallForm form) {
        Map<String, Quantisation.Grid> grids = form.calibrated() ? InputRanges.of(model, calibration) : Map.of();
        return Quantiser.quantised(model, name, form.bits(), grids);
    }

    /** Trained as if its weights were rounded, then rounded. */
    private TrainedModel aware(SmallForm form, Progress progress) {
        ModelSpec learning = original.model().withQuantisation(Quantisation.ofWeights(form.bits()).learning(true));
        double[] row = how.on(original, learning, original.parameters(), null, plan.finetune(), progress);
        return quantised(original.with("", original.model(), row), form.id() + " aware", form);
    }

    private List<TrainedModel> pruned(double share, Progress progress) {
        String name = "pruned " + percent(share) + switch (plan.by()) {
            case MAGNITUDE -> "";
            case NEURON -> " by neuron";
            case RANDOM -> " at random";
        };
        return combined(plan.by() == PruneBy.NEURON ? withoutUnits(name, share, progress) : withoutWeights(name, share, progress));
    }

    static String percent(double share) {
        return BigDecimal.valueOf(100 * share).round(new MathContext(4)).stripTrailingZeros().toPlainString() + "%";
    }

    private TrainedModel withoutUnits(String name, double share, Progress progress) {
        TrainedModel smaller = original;
        for (int stage = 1; stage <= plan.stages(); stage++) {
            double gone = 1 - (1 - reached(share, stage)) / (1 - reached(share, stage - 1));
            smaller = UnitPruning.pruned(smaller, name, gone, plan.eachLayer());
            double[] row = tuned(smaller, smaller.parameters(), null, stage, progress);
            smaller = smaller.with(name, smaller.model(), row);
        }
        return smaller;
    }

    private TrainedModel withoutWeights(String name, double share, Progress progress) {
        TrainedModel model = original;
        for (int stage = 1; stage <= plan.stages(); stage++) {
            double gone = reached(share, stage);
            double[] kept = plan.by() == PruneBy.RANDOM ? WeightPruning.random(model, gone, plan.eachLayer(), plan.seed())
                    : WeightPruning.smallest(model, gone, plan.eachLayer());
            double[] row = tuned(model, WeightPruning.applied(model.parameters(), kept), kept, stage, progress);
            model = model.with(name, model.model(), row);
        }
        return model;
    }

    /** How much has gone after a stage: fast at first (Zhu and Gupta 2017). */
    private double reached(double share, int stage) {
        double left = 1 - (double) stage / plan.stages();
        return share * (1 - left * left * left);
    }

    private double[] tuned(TrainedModel model, double[] start, double[] kept, int stage, Progress progress) {
        long steps = plan.finetune() * stage / plan.stages() - plan.finetune() * (stage - 1) / plan.stages();
        return steps == 0 ? start : how.on(model, model.model(), start, kept, steps,
                progress.stretch((stage - 1.0) / plan.stages(), (double) stage / plan.stages()));
    }

    private List<TrainedModel> taught(String name, Architecture student, Progress progress) {
        ModelSpec was = original.model();
        ModelSpec spec = new ModelSpec(student, was.loss(), was.initializer(), 0, was.lossOptions());
        return combined(Distillation.of(original, name, spec, plan.teaching(), how, plan.steps(), plan.seed(), progress));
    }

    /** It alone, or with its forms of whole numbers. */
    private List<TrainedModel> combined(TrainedModel model) {
        List<TrainedModel> all = new ArrayList<>(List.of(model));
        if (plan.combined()) {
            plan.forms().forEach(form -> all.add(quantised(model, model.name() + " " + form.id(), form)));
        }
        return all;
    }
}
