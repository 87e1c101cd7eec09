package downhill.ui.screen.deploy;

import downhill.compress.FormWish;
import downhill.model.ModelDifference;
import downhill.race.StartFit;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.race.document.WeightsSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Edits;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form as one more contender, which starts from its numbers and goes on by the rule of the one it was made of. */
final class IntoRace {
    private final DeployModel model;

    IntoRace(DeployModel model) {
        this.model = model;
    }

    /** Why the form that is chosen cannot take part, in a sentence; empty where it can. */
    String obstacle() {
        Form form = model.form().orElse(null);
        if (form == null) {
            return Messages.text("why.deploy.none");
        }
        if (!(model.session().experiment().problem() instanceof Problem.Learning learning)) {
            return Messages.text("why.deploy.surface");
        }
        Optional<Said> other = ModelDifference.of(form.model().model().architecture(), learning.model().architecture());
        return other.map(what -> Messages.text("why.deploy.race.other", Spoken.text(what))).orElse("");
    }

    /** The document with it; null where it does not fit, which {@link #refusal} tells. */
    Experiment in(Experiment document) {
        Form form = model.form().orElseThrow();
        ContenderSpec of = model.told().contender();
        String name = Edits.freshName(document, of.name() + ", " + FormWords.name(form.wish()));
        ContenderSpec one = of.copy(Edits.freshId(document), name, Edits.freshStyle(document), null).withChanges(List.of())
                .withWeights(WeightsSpec.PLAIN.withStart(start(form)));
        List<ContenderSpec> all = new ArrayList<>(document.contenders());
        all.add(one);
        return document.withContenders(all);
    }

    private static StartPoint start(Form form) {
        return StartPoint.of(form.model(), FormWords.name(form.wish()), false);
    }

    /** Why its numbers cannot be a start here, in a sentence; empty where they can. */
    String refusal() {
        Form form = model.form().orElseThrow();
        Problem.Learning learning = (Problem.Learning) model.session().experiment().problem();
        return new StartFit(start(form), learning.model(), model.session().dataProperty().get().prepared()).refusal().map(Spoken::text)
                .orElse("");
    }

    /** What becomes of it there. */
    String told() {
        Form form = model.form().orElseThrow();
        String name = FormWords.name(form.wish());
        if (form.model().model().quantisation() != null) {
            return Messages.text("deploy.race.numbers", name);
        }
        boolean pruned = form.wish() != null && form.wish().kind() == FormWish.Kind.PRUNE;
        return Messages.text(pruned ? "deploy.race.pruned" : "deploy.race.told", name);
    }
}
