package downhill.ui.session;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.race.document.Change;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.document.Revision;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a deed was, in a few words that follow "Undo:". */
public final class RevisionWords {
    private final Function<ContenderSpec, Optional<Rule>> rules;

    /** {@code rules} has the rule of a contender. */
    public RevisionWords(Function<ContenderSpec, Optional<Rule>> rules) {
        this.rules = rules;
    }

    /** The words for what weighs most of it. */
    public String of(Revision revision) {
        return revision.restarts() ? Messages.text("deed.reset") : one(revision, Change.Subject.class).map(RevisionWords::subject)
                .or(() -> one(revision, Change.Training.class).map(RevisionWords::training))
                .or(() -> one(revision, Change.Seed.class).map(seed -> Messages.text("deed.seed", seed.was(), seed.now())))
                .or(() -> one(revision, Change.Format.class).map(format -> Messages.text("deed.format")))
                .or(() -> one(revision, Change.Method.class).map(method -> Messages.text("deed.method")))
                .or(() -> one(revision, Change.Search.class).map(search -> Messages.text("deed.search")))
                .or(() -> one(revision, Change.Forms.class).map(forms -> Messages.text("deed.shrink")))
                .or(() -> one(revision, Change.Added.class).map(RevisionWords::added))
                .or(() -> one(revision, Change.Removed.class).map(gone -> Messages.text("deed.removed", gone.contender().name())))
                .or(() -> edited(revision))
                .or(() -> one(revision, Change.Ordered.class).map(order -> Messages.text("deed.order")))
                .orElseGet(() -> Messages.text("deed.title"));
    }

    private static <C extends Change> Optional<C> one(Revision revision, Class<C> kind) {
        return revision.changes().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static String subject(Change.Subject change) {
        if (!(change.now() instanceof Problem.Learning now)) {
            return Messages.text("deed.surface");
        }
        boolean sameData = change.was() instanceof Problem.Learning was && was.data().equals(now.data());
        return Messages.text(sameData ? "deed.model" : "deed.data");
    }

    private static String training(Change.Training change) {
        boolean onlySteps = change.was().withSteps(change.now().steps()).equals(change.now());
        return onlySteps ? Messages.text("deed.budget", Numbers.count(change.was().steps()), Numbers.count(change.now().steps()))
                : Messages.text("deed.training");
    }

    private static String added(Change.Added change) {
        return Messages.text(change.contender().fork() == null ? "deed.added" : "deed.forked", change.contender().name());
    }

    /** A lineage that somebody got by the way is not what was done. */
    private Optional<String> edited(Revision revision) {
        List<Change.Edited> all = revision.changes().stream().filter(Change.Edited.class::isInstance).map(Change.Edited.class::cast)
                .filter(edit -> !edit.was().withFork(null).equals(edit.now().withFork(null))).toList();
        if (all.size() > 1) {
            return Optional.of(Messages.text("deed.contenders", Numbers.count(all.size())));
        }
        return all.stream().map(this::edited).findFirst();
    }

    private String edited(Change.Edited edit) {
        ContenderSpec was = edit.was();
        ContenderSpec now = edit.now();
        if (was.withName(now.name()).equals(now)) {
            return Messages.text("deed.renamed", was.name(), now.name());
        } else if (was.withMuted(now.muted()).equals(now)) {
            return Messages.text(now.muted() ? "deed.muted" : "deed.unmuted", now.name());
        } else if (was.withSeeds(now.seeds()).equals(now)) {
            return Messages.text("deed.seeds", now.name(), Numbers.count(was.seeds()), Numbers.count(now.seeds()));
        }
        Set<String> keys = Edits.numbersChanged(was, now);
        boolean onlyNumbers = was.withHyperparameters(now.hyperparameters()).withChanges(now.changes()).withFork(now.fork()).equals(now);
        return onlyNumbers && keys.size() == 1 ? number(was, now, keys.iterator().next()) : Messages.text("deed.edited", now.name());
    }

    private String number(ContenderSpec was, ContenderSpec now, String key) {
        Optional<Hyperparameter> known = rules.apply(now).flatMap(rule -> rule.hyperparameter(key));
        String before = value(was, key, known);
        String after = value(now, key, known);
        return key.equals(Rule.LEARNING_RATE_KEY) ? Messages.text("deed.rate", now.name(), before, after)
                : Messages.text("deed.number", known.map(RuleWords::name).orElse(key), now.name(), before, after);
    }

    private static String value(ContenderSpec one, String key, Optional<Hyperparameter> known) {
        double otherwise = known.map(Hyperparameter::defaultValue).orElse(Double.NaN);
        return Numbers.plain(Edits.inForce(one).getOrDefault(key, otherwise));
    }
}
