package downhill.study.automl;

import downhill.analysis.score.FoldScoring;
import downhill.data.Progress;
import downhill.model.TrainedModel;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The best trials trained once more, on all inner rows, and measured on the outer ones. */
final class Finals {
    private final Recipe recipe;
    private final AutoCourse course;
    private final Shelf shelf;
    private final Map<Integer, Map<String, Object>> params;

    /** @param params of each trial by number */
    Finals(Recipe recipe, AutoCourse course, Shelf shelf, Map<Integer, Map<String, Object>> params) {
        this.recipe = recipe;
        this.course = course;
        this.shelf = shelf;
        this.params = params;
    }

    /**
     * Has them trained, the best first.
     *
     * @param go whether there is time for one more, or for one to go on; one is made in any case
     * @return those that came to their end
     */
    List<BoardLine.Made> run(AutoCrew crew, List<Shelf.Kept> finalists, BooleanSupplier go, Progress progress) {
        List<Experiment> named = finalists.stream().map(this::named).toList();
        List<Optional<FinalRun>> runs = crew.finals(named, go, progress);
        List<BoardLine.Made> made = new ArrayList<>();
        for (int i = 0; i < finalists.size(); i++) {
            FinalRun run = runs.get(i).orElse(null);
            if (run != null && run.why() != null) {
                shelf.failed(finalists.get(i).number(), finalists.get(i).family(), run.why());
            } else if (run != null && run.made()) {
                made.add(made(finalists.get(i), named.get(i), run));
            }
        }
        return made;
    }

    private Experiment named(Shelf.Kept one) {
        Experiment experiment = recipe.at(params.get(one.number()));
        String name = one.family() + " " + experiment.contenders().get(0).ruleId() + " #" + one.number();
        return experiment.withContenders(List.of(experiment.contenders().get(0).withName(name)));
    }

    private BoardLine.Made made(Shelf.Kept one, Experiment named, FinalRun run) {
        String name = named.contenders().get(0).name();
        BoardLine entry = new BoardLine(name, one.family(), one.number(), params.get(one.number()), course.metric().of(one.inner()),
                course.metric().of(run.outer()), run.fit(), run.predict(), run.parameters().length);
        TrainedModel model = FoldScoring.model(named, course.rows().outerFold(((Problem.Learning) named.problem()).data()), run.run(),
                run.parameters());
        return new BoardLine.Made(entry, one.inner(), run.outer(), model);
    }
}
