package downhill.cli;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.PruneBy;
import downhill.compress.SmallForm;
import downhill.compress.SmallerPlan;
import downhill.compress.StudentText;
import downhill.data.TaskKind;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Teaching;
import downhill.words.Said;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What smaller forms are made, and how. */
final class CompressOptions {
    /** What part a scope is of. */
    enum Scope { GLOBAL, LAYER }

    @Option(names = "--quantise", split = ",", paramLabel = "FORM", description = "Whole numbers for weights: int8, int8-static (what goes "
            + "into products too), int4, binary.")
    private List<String> quantise = List.of();

    @Option(names = "--prune", split = ",", paramLabel = "SHARE", description = "Shares of the weights to take away, such as 0.5,0.9.")
    private List<Double> prune = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "magnitude (the smallest weights), neuron (hidden units and filters, whole) "
            + "or random (default: magnitude).")
    private PruneBy by = PruneBy.MAGNITUDE;

    @Option(names = "--scope", paramLabel = "NAME", description = "global or layer: whether the share goes from all together or from each "
            + "layer (default: global).")
    private Scope scope = Scope.GLOBAL;

    @Option(names = "--stages", paramLabel = "N", description = "Turns in which weights go, with training between (default: 1).")
    private int stages = 1;

    @Option(names = "--distil", paramLabel = "FAMILY", description = "Teach what the model says to another: mlp:16,8 (hidden units), "
            + "linear, tree:8 (leaves) or a family as usual; can be given several times.")
    private List<String> distil = List.of();

    @Option(names = "--temperature", paramLabel = "T", description = "By which logits are divided for a student (default: 3).")
    private double temperature = 3;

    @Option(names = "--mixture", paramLabel = "A", description = "Share of a student's loss that goes by the model, the rest by the "
            + "targets (default: 0.7).")
    private double mixture = 0.7;

    @Option(names = "--finetune", paramLabel = "STEPS", description = "Train on so long after something was taken away (default: not at "
            + "all).")
    private long finetune;

    @Option(names = "--ticket", paramLabel = "STEP", description = "Lottery tickets: put what --prune leaves back to where it was at this "
            + "step, and train it from there for --steps, against weights drawn by lot and a fresh start. Of a model's file step 0 is "
            + "known, of a session or an experiment every step.")
    private Long ticket;

    @Option(names = "--aware", description = "Train as if weights were rounded, for --finetune steps, before they are.")
    private boolean aware;

    @Option(names = "--steps", paramLabel = "STEPS", description = "That a student or a ticket learns (default: 2000).")
    private long steps = 2000;

    @Option(names = "--batch", paramLabel = "ROWS", description = "Rows of a step (default: 32).")
    private int batch = 32;

    @Option(names = "--combine", description = "Quantise what was pruned or taught as well.")
    private boolean combine;

    @Option(names = "--metric", paramLabel = "NAME", description = "What is measured, as cross-validate has it (default: accuracy or "
            + "rmse).")
    private String metric;

    @Option(names = "--seed", paramLabel = "N", description = "Of lots, students and orders of rows (default: 0).")
    private long seed;

    /** The step that tickets are put back to; null for none. */
    Long ticket() {
        return ticket;
    }

    int batch() {
        return batch;
    }

    long seed() {
        return seed;
    }

    /** @throws InputException in one sentence where something cannot be */
    SmallerPlan plan(TaskKind task, InputShape shape) {
        check();
        boolean nothing = quantise.isEmpty() && prune.isEmpty() && distil.isEmpty();
        Map<String, Architecture> students = new LinkedHashMap<>();
        int leaves = 0;
        for (String each : distil) {
            int asked = StudentText.leaves(each);
            leaves = Math.max(leaves, asked);
            if (asked == 0) {
                students.put(each, StudentText.architecture(each, shape));
            }
        }
        List<SmallForm> forms = nothing ? List.of(SmallForm.INT8, SmallForm.INT8_STATIC) : quantise.stream().map(CompressOptions::form)
                .toList();
        ScoreMetric judge = metric == null ? ScoreMetric.usual(task) : ScoreMetric.named(metric, task);
        return new SmallerPlan(nothing ? List.of(0.5, 0.9) : prune, by, scope == Scope.LAYER, stages, forms, combine, aware, students,
                leaves, new Teaching(temperature, mixture), ticket != null, finetune, steps, judge, seed);
    }

    private static SmallForm form(String id) {
        return SmallForm.named(id).orElseThrow(() -> new InputException(Said.of("compress.form", id,
                Arrays.stream(SmallForm.values()).map(SmallForm::id).collect(Collectors.joining(", ")))));
    }

    private void check() {
        for (double share : prune) {
            require(share > 0 && share < 1, "--prune", Said.of("compress.share"), share);
        }
        require(stages >= 1, "--stages", Said.of("compress.least", 1), stages);
        require(finetune >= 0, "--finetune", Said.of("compress.least", 0), finetune);
        require(steps >= 1, "--steps", Said.of("compress.least", 1), steps);
        require(batch >= 1, "--batch", Said.of("compress.least", 1), batch);
        if (aware && (finetune == 0 || quantise.isEmpty())) {
            throw new InputException(Said.of("compress.aware"));
        }
        if (ticket != null && prune.isEmpty()) {
            throw new InputException(Said.of("compress.ticket.prune"));
        }
        if (stages > 1 && finetune < stages && ticket == null) {
            throw new InputException(Said.of("compress.stages", stages));
        }
    }

    private static void require(boolean holds, String option, Said wanted, Number value) {
        if (!holds) {
            throw new InputException(Said.of("compress.must", option, wanted, value));
        }
    }
}
