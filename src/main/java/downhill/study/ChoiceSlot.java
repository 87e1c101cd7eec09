package downhill.study;

import downhill.data.TaskKind;
import downhill.model.Family;
import downhill.model.Families;
import downhill.model.InputShape;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.setting.Kind;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is chosen by a name that no setting declares: the optimizer, the schedule, the family of models. */
record ChoiceSlot(int order, Change change) implements Slot {
    /** Puts what a text names into an experiment. */
    interface Change {
        Experiment with(Experiment experiment, String text);
    }

    static ChoiceSlot optimizer(RuleLibrary library) {
        return new ChoiceSlot(1, (experiment, id) -> {
            ContenderSpec one = PartSlot.only(experiment);
            if (library.byId(id).isEmpty()) {
                throw new RefusedException(Said.of("cli.optimizer.none", id, library.all().stream().map(Rule::id)
                        .collect(Collectors.joining(", "))));
            }
            return one.ruleId().equals(id) ? experiment : experiment.withContenders(List.of(one.withRule(id, null, Map.of())));
        });
    }

    static ChoiceSlot schedule(Function<String, Schedule> reader) {
        return new ChoiceSlot(2, (experiment, text) ->
                experiment.withContenders(List.of(PartSlot.only(experiment).withSchedule(reader.apply(text)))));
    }

    static ChoiceSlot model(InputShape shape) {
        return new ChoiceSlot(0, (experiment, id) -> {
            Family<?> family = Families.named(id).orElseThrow(() -> new RefusedException(Said.of("cli.family", id, Families.names())));
            requireSuits(family, experiment, shape);
            boolean same = Family.of(PartSlot.learning(experiment).model().architecture()).id().equals(id);
            return same ? experiment : FamilySlot.model(experiment, family.start(shape));
        });
    }

    private static void requireSuits(Family<?> family, Experiment experiment, InputShape shape) {
        if (!family.trains(PartSlot.learning(experiment).model().loss())) {
            throw new RefusedException(Said.of("space.model.loss", family.id()));
        }
        TaskKind task = PartSlot.learning(experiment).data().task();
        if (task != null && !family.fits(task, shape)) {
            throw new RefusedException(Said.of("space.model.suits", family.id(), Families.fitting(task, shape).stream().map(Family::id)
                    .collect(Collectors.joining(", "))));
        }
    }

    @Override
    public boolean fits(Experiment experiment) {
        return true;
    }

    /** A text. */
    @Override
    public Kind<?> kind(Experiment experiment) {
        return null;
    }

    @Override
    public Experiment with(Experiment experiment, String name, String text) {
        try {
            return change.with(experiment, text);
        } catch (RefusedException refused) {
            throw new RefusedException(Said.of("space.whose", name, refused.said()), refused);
        }
    }
}
