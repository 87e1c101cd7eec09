package downhill.lesson;

import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a prediction and conditions name must be there in the experiment that they are about. */
final class PromptCheck {
    private static final int FEWEST = 2;
    private static final int MOST = 6;

    private final Experiment now;
    private final Required required;

    /** Is told what must hold, where, and by which sentence it is said that it does not. */
    interface Required {
        void require(boolean holds, String path, String key, Object... arguments);
    }

    PromptCheck(Experiment now, Required required) {
        this.now = now;
        this.required = required;
    }

    void check(Prompt asked, String path) {
        if (asked instanceof Prompt.Choice choice) {
            choice(choice, path + ".answers");
        } else if (asked instanceof Prompt.Number number) {
            required.require(number.measure() != null || number.right() != null, path, "lesson.number.truth");
            required.require(number.tolerance() > 0, path + ".tolerance", "lesson.tolerance");
            contender(number.measure() == null ? StateCheck.ANYBODY : number.measure().contender(), path + ".measure.contender");
        } else if (asked instanceof Prompt.Place place) {
            required.require(place.tolerance() > 0, path + ".tolerance", "lesson.tolerance");
            required.require(now.problem() instanceof Problem.Surface, path, "lesson.place");
            contender(place.contender(), path + ".contender");
        } else if (asked instanceof Prompt.Drawing drawing) {
            required.require(drawing.tolerance() > 0, path + ".tolerance", "lesson.tolerance");
            contender(drawing.contender(), path + ".contender");
        }
    }

    private void choice(Prompt.Choice choice, String path) {
        List<Prompt.Answer> answers = choice.answers();
        required.require(answers.size() >= FEWEST && answers.size() <= MOST, path, "lesson.answers", FEWEST, MOST);
        required.require(answers.stream().filter(Prompt.Answer::right).count() == 1, path, "lesson.answers.right");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            Prompt.Answer answer = answers.get(i);
            required.require(answer.id().matches("[a-z0-9-]{1,40}") && ids.add(answer.id()), path + "[" + i + "].id", "lesson.answer.id",
                    answer.id());
            conditions(answer.when() == null ? List.of() : answer.when(), path + "[" + i + "].when");
        }
    }

    void conditions(List<StateCheck> conditions, String path) {
        for (int i = 0; i < conditions.size(); i++) {
            condition(conditions.get(i), path + "[" + i + "]");
        }
    }

    void condition(StateCheck one, String at) {
        contender(one.contender(), at + ".contender");
        if (one instanceof StateCheck.Ahead ahead) {
            contender(ahead.of(), at + ".of");
            required.require(ahead.factor() >= 1, at + ".factor", "lesson.factor");
        } else if (one instanceof StateCheck.Same same) {
            contender(same.as(), at + ".as");
        } else if (one instanceof StateCheck.Apart apart) {
            contender(apart.from(), at + ".from");
        } else if (one instanceof StateCheck.BarrierWithin barrier) {
            contender(barrier.to(), at + ".to");
        } else if (one instanceof StateCheck.RuleMatches matches) {
            required.require(RuleLibrary.complete().byId(matches.rule()).isPresent(), at + ".rule", "lesson.rule", matches.rule());
        }
    }

    private void contender(String id, String path) {
        List<String> there = now.contenders().stream().map(ContenderSpec::id).toList();
        required.require(id.equals(StateCheck.ANYBODY) || there.contains(id), path, "lesson.unknown", id, String.join(", ", there));
    }
}
