package downhill.export.notebook;

import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.export.Template;
import downhill.export.torch.TorchScript;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.race.Targets;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The cells of a notebook that repeats a race in PyTorch, from the same rows, starts and batches, and compares the losses with those that
 * were recorded. What it lacks is told in it.
 */
public final class RaceNotebook {
    private final Experiment experiment;
    private final Prepared data;
    private final Words words;
    private final List<NotebookCell> cells = new ArrayList<>();

    private RaceNotebook(Experiment experiment, Prepared data, Words words) {
        this.experiment = experiment;
        this.data = data;
        this.words = words;
    }

    /**
     * The cells.
     *
     * @param table    that the data were prepared from, in the order of its rows
     * @param recorded losses of a contender, by its id, before each step up to so many
     * @throws RefusedException where no contender can be repeated so
     */
    public static List<NotebookCell> of(Experiment experiment, Prepared data, Table table, BiFunction<String, Integer, double[]> recorded,
            Words words) {
        return new RaceNotebook(experiment, data, words).made(table, new NotebookContenders(experiment, data, recorded));
    }

    /**
     * What a notebook of it cannot repeat, sentence by sentence.
     *
     * @throws RefusedException where no contender can be repeated so
     */
    public static List<Said> lacks(Experiment experiment, Prepared data, BiFunction<String, Integer, double[]> recorded) {
        NotebookContenders contenders = new NotebookContenders(experiment, data, recorded);
        if (contenders.none()) {
            throw new RefusedException(Said.of("notebook.none"));
        }
        return contenders.lacks();
    }

    private List<NotebookCell> made(Table table, NotebookContenders contenders) {
        if (contenders.none()) {
            throw new RefusedException(Said.of("notebook.none"));
        }
        say(Said.of("notebook.about", title(), data.targetName(), data.training().count()));
        code("notebook_setup.py.txt", Map.of());
        say(Said.of("notebook.rows"));
        cells.add(NotebookCell.code(new NotebookRows(data, table).text()));
        say(Said.of("notebook.inputs"));
        code("notebook_inputs.py.txt", new NotebookInputs(data, Targets.outputs(data, model())).places());
        say(Said.of("notebook.model.text"));
        cells.add(NotebookCell.code(module()));
        say(Said.of("notebook.rules"));
        contenders.rules().forEach(rule -> cells.add(NotebookCell.code(rule)));
        say(Said.of("notebook.contenders"));
        cells.add(NotebookCell.code(contenders.text()));
        contenders.lacks().forEach(this::say);
        say(Said.of("notebook.race"));
        code("notebook_race.py.txt", Map.of("MEASURING", Template.of("loss.py.txt").text()));
        code("notebook_run.py.txt", Map.of("STEPS", String.valueOf(contenders.steps())));
        say(Said.of("notebook.compare", experiment.precision() == Precision.DOUBLE ? Said.of("notebook.double")
                : Said.of("notebook.float")));
        code("notebook_compare.py.txt", Map.of());
        code("notebook_curves.py.txt", Map.of());
        return List.copyOf(cells);
    }

    private String title() {
        return experiment.title() == null || experiment.title().isBlank() ? data.targetName() : experiment.title();
    }

    private ModelSpec model() {
        return ((Problem.Learning) experiment.problem()).model();
    }

    private String module() {
        TrainedModel any = new TrainedModel("", model(), data.preprocessing(), Targets.outputs(data, model()), new double[0],
                new TrainedModel.Origin("", Map.of(), 0, experiment.seed(), "", "", Double.NaN, Double.NaN));
        return TorchScript.module(any, "Model");
    }

    private void say(Said said) {
        cells.add(NotebookCell.text(words.say(said)));
    }

    private void code(String template, Map<String, String> places) {
        Template text = Template.of(template);
        places.forEach(text::with);
        cells.add(NotebookCell.code(text.text()));
    }
}
