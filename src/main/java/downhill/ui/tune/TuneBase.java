package downhill.ui.tune;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Chosen;
import downhill.study.JudgedRows;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.Searchable;
import downhill.study.StudySettings;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.ui.session.Edits;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * What everything that is not searched over is taken from: the open experiment with one of its contenders, as it stands now. A value.
 *
 * @param experiment of one contender, which neither branched off nor was changed by hand
 * @param data       its rows, which are usable
 * @param library    of rules
 */
public record TuneBase(Experiment experiment, LoadedData data, RuleLibrary library) {
    /**
     * Of what is open.
     *
     * @return null where there is nothing to search over; {@link #obstacle} says why
     */
    public static TuneBase of(Session session) {
        if (!obstacle(session).isEmpty()) {
            return null;
        }
        ContenderSpec one = contender(session);
        ContenderSpec plain = one.withHyperparameters(Edits.inForce(one)).withChanges(List.of()).withSeeds(1).withMuted(false)
                .withFork(null);
        Experiment alone = session.experiment().withContenders(List.of(plain)).withEvaluation(null).withSearch(null)
                .withTreatments(null).withTitle("");
        return new TuneBase(alone, session.dataProperty().get(), session.rules());
    }

    /** Message key of why there is nothing to search over; empty where there is. */
    public static String obstacle(Session session) {
        Experiment document = session.experiment();
        if (document == null) {
            return "why.experiment";
        }
        if (!(document.problem() instanceof Problem.Learning)) {
            return "why.tune.surface";
        }
        if (document.contenders().isEmpty()) {
            return "why.tune.contender";
        }
        LoadedData data = session.dataProperty().get();
        if (data == null || !data.isUsable()) {
            return "why.tune.data";
        }
        return "";
    }

    /** Message key of why trials cannot be judged so; empty where they can. */
    static String unjudged(Session session, Chosen chosen) {
        boolean rows = chosen.has(StudySettings.FOLDS) || session.dataProperty().get().prepared().validation().count() > 0;
        return rows ? "" : "why.tune.validation";
    }

    /**
     * The same where the rows that no trial is to be judged by are under seal.
     *
     * @throws RefusedException of one sentence where there can be none
     */
    TuneBase keepingAside(Chosen chosen) {
        DataSpec less = JudgedRows.keepingAside(chosen, own());
        if (less.equals(own())) {
            return this;
        }
        LoadedData left = data.as(less);
        if (!left.isUsable()) {
            throw new RefusedException(left.problem());
        }
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        return new TuneBase(experiment.withProblem(new Problem.Learning(less, learning.model())), left, library);
    }

    /** The chosen contender, else the first. */
    private static ContenderSpec contender(Session session) {
        String chosen = session.selection().contenderProperty().get();
        List<ContenderSpec> all = session.experiment().contenders();
        return all.stream().filter(one -> one.id().equals(chosen)).findFirst().orElse(all.get(0));
    }

    /** Its one contender. */
    public ContenderSpec contender() {
        return experiment.contenders().get(0);
    }

    /** All that can be searched over. */
    public List<Searchable> searchable() {
        return Searchable.of(experiment, shape(), library);
    }

    /**
     * How trials are made of it.
     *
     * @throws RefusedException of one sentence that names the knob and what is wrong with it
     */
    public Recipe recipe(List<Knob> knobs) {
        return new Recipe(experiment, shape(), new SearchSpace(knobs), library,
                text -> ScheduleReader.read(text, experiment.training().steps()));
    }

    private InputShape shape() {
        return InputShape.of(data.prepared().inputShape());
    }

    /**
     * How trials are judged: by folds where that was chosen, else by the validation rows.
     *
     * @throws RefusedException of one sentence where the rows cannot be divided so
     */
    Judging judging(Chosen chosen) {
        return JudgedRows.judging(chosen, experiment, data.imported().table(), data.prepared().task(), this::prepared);
    }

    /** What trials of one study have in common beside their experiment; empty for one split. As {@code tune} has it. */
    String mark(Chosen chosen) {
        return JudgedRows.mark(chosen, experiment);
    }

    private DataSpec own() {
        return ((Problem.Learning) experiment.problem()).data();
    }

    /** The rows of a specification of this table. */
    public Prepared prepared(DataSpec spec) {
        if (spec.equals(own())) {
            return data.prepared();
        }
        LoadedData other = data.as(spec);
        if (!other.isUsable()) {
            throw new RefusedException(other.problem());
        }
        return other.prepared();
    }

    /** What keeps these knobs from being searched, in one sentence; {@link Said#NOTHING} where nothing does. */
    public Said problem(List<Knob> knobs) {
        try {
            recipe(knobs);
            return Said.NOTHING;
        } catch (IllegalArgumentException refused) {
            return Said.message(refused);
        }
    }
}
