package downhill.cli;

import downhill.data.Column;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.LoadedRows;
import downhill.race.Pretext;
import downhill.race.Pretraining;
import downhill.race.StartFit;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pre-trains contenders that say {@code pretrain=QUESTION}, on the training rows and on those that have no label. */
final class EntrantPretraining {
    private static final String PRETRAIN = "pretrain";
    private static final String STEPS = "pretrainsteps";
    /** Keys that are told where a key is unknown. */
    static final List<String> KEYS = List.of(PRETRAIN, "pretrainSteps");
    private static final int USUAL_STEPS = 1000;

    private final LoadedRows rows;
    private final PrintWriter err;

    EntrantPretraining(LoadedRows rows, PrintWriter err) {
        this.rows = rows;
        this.err = err;
    }

    /** Whether a key is one of these. */
    static boolean has(String key) {
        return key.equals(PRETRAIN) || key.equals(STEPS);
    }

    /** Refuses what cannot be, before data are read. */
    static void check(String who, Map<String, String> settings) {
        if (settings.containsKey(STEPS) && !settings.containsKey(PRETRAIN)) {
            throw new InputException(Said.of("cli.needs", who, KEYS.get(1), PRETRAIN));
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
        return text == null ? USUAL_STEPS : Integer.parseInt(text);
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

    private ContenderSpec pretrained(Experiment experiment, ContenderSpec one, Map<String, String> settings) {
        Pretext pretext = pretext(one.name(), settings.get(PRETRAIN));
        Prepared prepared = rows.prepared();
        double[] inputs = inputs(prepared);
        int labelled = prepared.training().count();
        int count = inputs.length / prepared.training().inputSize();
        int steps = steps(one.name(), settings);
        Pretraining.Outcome outcome = new Pretraining(pretext, experiment, prepared.preprocessing(), inputs, count)
                .run(one, steps, Progress.NONE);
        err.println(Said.of("pretrain.told", one.name(), word(pretext), Said.count(steps), Said.count(labelled),
                Said.count(count - labelled),
                number(outcome.first()), number(outcome.last())));
        err.flush();
        new StartFit(outcome.start(), ((Problem.Learning) experiment.problem()).model(), prepared).refusal().ifPresent(why -> {
            throw new InputException(Said.of("cli.of", one.name(), why));
        });
        return one.withWeights(one.settledWeights().withStart(outcome.start()));
    }

    /** Rows of the table that lack the target and nothing else; windows lack nothing but what was left out for them. */
    private int[] unlabelled(Prepared prepared) {
        if (prepared.preprocessing().sequence() != null) {
            return new int[0];
        }
        Column target = rows.imported().table().column(prepared.targetName());
        return IntStream.range(0, rows.imported().table().rows()).filter(target::isMissing).toArray();
    }

    private static String number(double loss) {
        return String.format(Locale.ROOT, "%.4g", loss);
    }

    private double[] inputs(Prepared prepared) {
        int[] unlabelled = unlabelled(prepared);
        double[] training = prepared.training().inputs();
        if (unlabelled.length == 0) {
            return training;
        }
        Examples all = prepared.preprocessing().apply(rows.imported().table()).inputs();
        Set<Integer> wanted = new HashSet<>(IntStream.of(unlabelled).boxed().toList());
        int size = all.inputSize();
        int[] places = IntStream.range(0, all.count()).filter(i -> wanted.contains(all.sourceRows()[i])).toArray();
        double[] joined = Arrays.copyOf(training, training.length + places.length * size);
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(all.inputs(), places[i] * size, joined, training.length + i * size, size);
        }
        return joined;
    }
}
