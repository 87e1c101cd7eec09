package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.FormJudge;
import downhill.compress.FormWish;
import downhill.compress.Microseconds;
import downhill.data.Progress;
import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import downhill.ui.tune.Sweep;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Makes forms of a model and measures each, on a thread of its own. */
final class FormMaking {
    private final Base base;
    private final List<FormWish> wishes;
    private final ScoreMetric metric;
    private final List<Form> forms = new ArrayList<>();
    private final long from = System.nanoTime();

    /** With its losses, which its forms are told with. */
    private TrainedModel whole;

    private FormMaking(Base base, List<FormWish> wishes, ScoreMetric metric) {
        this.base = base;
        this.metric = metric;
        this.wishes = List.copyOf(wishes);
    }

    /** Begins; what there is comes form by form, judged by a metric. */
    static Sweep<Made> start(Base base, List<FormWish> wishes, ScoreMetric metric) {
        return Sweep.start("deploy", new FormMaking(base, wishes, metric)::run);
    }

    private void run(Sweep<Made> into, Progress progress) {
        FormJudge judge = base.judge();
        whole = base.measured();
        put(into, measured(null, whole, judge));
        for (int i = 0; i < wishes.size(); i++) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled");
            }
            double share = 1.0 / wishes.size();
            put(into, form(wishes.get(i), judge, progress.stretch(i * share, (i + 1) * share)));
        }
        progress.done(1);
    }

    private void put(Sweep<Made> into, Form form) {
        forms.add(form);
        into.put(new Made(base, forms, wishes.size() + 1, System.nanoTime() - from));
    }

    private Form form(FormWish wish, FormJudge judge, Progress progress) {
        try {
            TrainedModel made = wish.made(whole, base.training(), base::averaged, progress);
            return measured(wish, made.with(base.model().name() + " " + wish.id(), made.model(), made.parameters()), judge);
        } catch (RefusedException refused) {
            return Form.failed(wish, refused.said());
        }
    }

    private Form measured(FormWish wish, TrainedModel model, FormJudge judge) {
        return new Form(wish, model, ModelStore.size(model), Microseconds.of(model), judge.said(model), Map.of(), Said.NOTHING)
                .judged(judge, metric);
    }
}
