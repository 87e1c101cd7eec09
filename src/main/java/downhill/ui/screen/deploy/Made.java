package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.FormJudge;
import downhill.compress.FormWish;
import java.util.List;
import java.util.Optional;

/**
 * Forms that were made of a model, the model itself first.
 *
 * @param base  of which
 * @param forms so far
 * @param all   how many there will be
 * @param nanos that it took so far
 */
record Made(Base base, List<Form> forms, int all, long nanos) {
    Made {
        forms = List.copyOf(forms);
    }

    /** Whether some of them are not judged by a metric yet. */
    boolean lacks(ScoreMetric metric) {
        return forms.stream().anyMatch(each -> each.said() != null && !each.worth().containsKey(metric));
    }

    /** With all of them judged by a metric, too. */
    Made judged(ScoreMetric metric) {
        FormJudge judge = base.judge();
        return new Made(base, forms.stream().map(each -> each.judged(judge, metric)).toList(), all, nanos);
    }

    /** The one that was made so; the model itself where {@code wish} is null. */
    Optional<Form> of(FormWish wish) {
        return forms.stream().filter(each -> wish == null ? each.wish() == null : wish.equals(each.wish())).findFirst();
    }
}
