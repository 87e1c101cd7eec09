package downhill.study.automl;

import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.Predictions;
import downhill.data.Progress;
import downhill.model.TrainedModel;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The best trials trained once more, on all inner rows, and measured on the outer ones. */
final class Finals {
    private static final double NANOS = 1e-9;

    private final FoldLaps.Course course;
    private final Map<Integer, Map<String, Object>> params;
    private final List<BoardLine.Made> made = new ArrayList<>();

    /** @param params of each trial by number */
    Finals(FoldLaps.Course course, Map<Integer, Map<String, Object>> params) {
        this.course = course;
        this.params = params;
    }

    /**
     * Trains one after the other, the best first.
     *
     * @param go whether there is time for one more, or for this one to go on; the first is made in any case
     * @return those that came to their end
     */
    List<BoardLine.Made> run(List<Shelf.Kept> finalists, BooleanSupplier go, Progress progress) {
        for (int i = 0; i < finalists.size() && (made.isEmpty() || go.getAsBoolean()); i++) {
            boolean first = made.isEmpty();
            train(finalists.get(i), () -> first || go.getAsBoolean()).ifPresent(made::add);
            progress.done((i + 1.0) / finalists.size());
        }
        return List.copyOf(made);
    }

    private Optional<BoardLine.Made> train(Shelf.Kept one, BooleanSupplier go) {
        Experiment experiment = course.recipe().at(params.get(one.number()));
        String name = one.family() + " " + experiment.contenders().get(0).ruleId() + " #" + one.number();
        Experiment named = experiment.withContenders(List.of(experiment.contenders().get(0).withName(name)));
        long begun = System.nanoTime();
        try (FoldScoring scoring = new FoldScoring(named, course.rows().outer(((Problem.Learning) named.problem()).data()), new int[] {0},
                course.metric(), course.library(), course.threads())) {
            scoring.advance(Long.MAX_VALUE, Progress.asking(go));
            double fit = (System.nanoTime() - begun) * NANOS;
            scoring.answers(); // what is made ready at the first asking is not the time of predicting
            long asked = System.nanoTime();
            Predictions outer = scoring.answers().get(0).runs().get(0).predictions();
            double predict = (System.nanoTime() - asked) * NANOS;
            return scoring.trained(named.contenders().get(0).id()).map(model -> made(one, name, model, outer, fit, predict));
        } catch (CancellationException late) {
            return Optional.empty();
        } catch (RuntimeException failure) { // the others are no worse for it
            course.shelf().failed(one.number(), one.family(), FoldLaps.why(failure));
            return Optional.empty();
        }
    }

    private BoardLine.Made made(Shelf.Kept one, String name, TrainedModel model, Predictions outer, double fit, double predict) {
        BoardLine entry = new BoardLine(name, one.family(), one.number(), params.get(one.number()), course.metric().of(one.inner()),
                course.metric().of(outer), fit, predict, model.parameters().length);
        return new BoardLine.Made(entry, one.inner(), outer, model);
    }
}
