package downhill.cli;

import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.LoadedRows;
import downhill.race.Pretext;
import downhill.race.Pretraining;
import downhill.race.PretrainingRows;
import downhill.race.StartFit;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pre-trains contenders that say {@code pretrain=QUESTION}, on the training rows and on those that have no label. */
final class EntrantPretraining {
    private static final String PRETRAIN = "pretrain";
    private static final String STEPS = "pretrainsteps";
    static final String FILE = "pretrainfile";
    /** Means that are told of a course. */
    private static final int TOLD = 6;
    /** Keys that are told where a key is unknown. */
    static final List<String> KEYS = List.of(PRETRAIN, "pretrainSteps", "pretrainFile");

    private final LoadedRows rows;
    private final PrintWriter err;
    private final Map<String, Curve> courses = new LinkedHashMap<>();

    EntrantPretraining(LoadedRows rows, PrintWriter err) {
        this.rows = rows;
        this.err = err;
    }

    /** Whether a key is one of these. */
    static boolean has(String key) {
        return key.equals(PRETRAIN) || key.equals(STEPS) || key.equals(FILE);
    }

    /** Refuses what cannot be, before data are read. */
    static void check(String who, Map<String, String> settings) {
        if (settings.containsKey(STEPS) && !settings.containsKey(PRETRAIN)) {
            throw new InputException(Said.of("cli.needs", who, KEYS.get(1), PRETRAIN));
        }
        if (settings.containsKey(FILE) && !settings.containsKey(PRETRAIN)) {
            throw new InputException(Said.of("cli.needs", who, KEYS.get(2), PRETRAIN));
        }
        if (settings.containsKey(PRETRAIN)) {
            pretext(who, settings.get(PRETRAIN));
            steps(who, settings);
        }
        if (settings.containsKey(PRETRAIN) && settings.containsKey("from")) {
            throw new InputException(Said.of("cli.pretrain.from", who));
        }
    }

    private static Pretext pretext(String who, String text) {
        String known = Arrays.stream(Pretext.values()).map(EntrantPretraining::word).collect(Collectors.joining(", "));
        return Arrays.stream(Pretext.values()).filter(each -> word(each).equals(text)).findFirst()
                .orElseThrow(() -> new InputException(Said.of("cli.must", who, PRETRAIN, known, text)));
    }

    private static String word(Pretext pretext) {
        return pretext.name().toLowerCase(Locale.ROOT);
    }

    private static int steps(String who, Map<String, String> settings) {
        String text = settings.get(STEPS);
        boolean number = text == null || text.matches("0*[1-9]\\d{0,7}");
        if (!number) {
            throw new InputException(Said.of("cli.must", who, KEYS.get(1), Said.of("pretrain.steps"), text));
        }
        return text == null ? Pretraining.USUAL_STEPS : Integer.parseInt(text);
    }

    /** @param entrants as typed, in the order of the contenders */
    Experiment apply(Experiment experiment, List<Entrant> entrants) {
        List<ContenderSpec> contenders = new ArrayList<>();
        for (int i = 0; i < entrants.size(); i++) {
            ContenderSpec one = experiment.contenders().get(i);
            Map<String, String> settings = entrants.get(i).settings();
            contenders.add(settings.containsKey(PRETRAIN) ? pretrained(experiment, one, settings) : one);
        }
        return experiment.withContenders(contenders);
    }

    /** Losses of those that were pre-trained, by name. */
    Map<String, Curve> courses() {
        return courses;
    }

    private ContenderSpec pretrained(Experiment experiment, ContenderSpec one, Map<String, String> settings) {
        Pretext pretext = pretext(one.name(), settings.get(PRETRAIN));
        Prepared prepared = rows.prepared();
        PretrainingRows inputs = rows(settings.get(FILE), prepared);
        int steps = steps(one.name(), settings);
        Pretraining.Outcome outcome = new Pretraining(pretext, experiment, prepared.preprocessing(), inputs)
                .run(one, steps, Progress.NONE);
        err.println(Said.of("pretrain.told", one.name(), word(pretext), Said.count(steps), Said.count(inputs.labelled()),
                Said.count(inputs.count() - inputs.labelled()), number(outcome.first()), number(outcome.last())));
        err.println(Said.of("pretrain.way", way(outcome.course())));
        err.flush();
        courses.put(one.name(), outcome.course());
        new StartFit(outcome.start(), ((Problem.Learning) experiment.problem()).model(), prepared).refusal().ifPresent(why -> {
            throw new InputException(Said.of("cli.of", one.name(), why));
        });
        return one.withWeights(one.settledWeights().withStart(outcome.start()));
    }

    /** Some means on the way. */
    private static Said way(Curve course) {
        int count = Math.min(TOLD, course.size());
        return Said.list(IntStream.rangeClosed(1, count).map(i -> i * course.size() / count - 1).mapToObj(i -> Said.of("pretrain.at",
                Said.count((long) course.x()[i]), number(course.y()[i]))).toList());
    }

    /** With those of another file, read and prepared as those that are learned from. */
    private PretrainingRows rows(String file, Prepared prepared) {
        PretrainingRows own = PretrainingRows.of(prepared, rows.imported().table());
        return file == null ? own : own.with(table(file, prepared.preprocessing()), file, prepared.preprocessing());
    }

    private Table table(String file, Preprocessing steps) {
        try (ScoringNotes notes = new ScoringNotes(null)) {
            RowModel model = new RowModel(steps, null, Optional.empty());
            Table table = new FileScoring(model, file, new DialectOptions(), false).whole(notes, Progress.NONE).table();
            notes.print(err, Said.of("cli.rest.predict"));
            return table;
        } catch (IOException e) {
            throw new InputException(Said.of("file.cannot", file, Said.message(e)));
        }
    }

    private static String number(double loss) {
        return String.format(Locale.ROOT, "%.4g", loss);
    }
}
