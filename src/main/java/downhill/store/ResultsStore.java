package downhill.store;

import downhill.race.Spread;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of results: {@code experiment.json}, {@code history.csv}, {@code summary.json} and whatever others put there. */
public final class ResultsStore {
    private final Path folder;

    /** Makes the folder where it is not there. */
    public ResultsStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(Said.of("results.folder", folder, IoReason.advice(e)), e);
        }
        if (!Files.isWritable(folder)) {
            throw new StoreException(Said.of("results.unwritable", folder));
        }
    }

    /** A file of the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** @param dataFolder paths of the experiment's data files are relative to it */
    public void experiment(Experiment experiment, Path dataFolder) {
        ExperimentStore.write(file("experiment.json"), experiment, dataFolder);
    }

    /**
     * Hands on a file that grows under another name and gets its own once {@code work} has ended well, so that nobody ever meets
     * half of it.
     *
     * @return what the work returns
     */
    public <T> T growing(String name, Function<Path, T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicFiles.write(file(name), part -> result.set(work.apply(part)), false);
        return result.get();
    }

    /** Writes how the race ended. */
    public void summary(RaceSummary summary) {
        AtomicFiles.write(file("summary.json"), summaryText(summary), false);
    }

    /** The text of {@code summary.json}. */
    public static String summaryText(RaceSummary summary) {
        ObjectNode root = Json.object();
        ArrayNode contenders = root.putArray("contenders");
        for (RaceSummary.Entrant entrant : summary.contenders()) {
            ObjectNode node = contenders.addObject();
            node.put("name", entrant.name()).put("rule", entrant.rule()).put("outcome", entrant.outcome());
            if (entrant.reason() != null) {
                node.put("reason", entrant.reason());
            }
            node.put("steps", entrant.steps());
            number(node, "initialLoss", entrant.initialLoss());
            number(node, "finalLoss", entrant.finalLoss());
            number(node, "loss", entrant.loss());
            number(node, "validationLoss", entrant.validationLoss());
            best(node, entrant.best());
            metric(node, entrant.metric());
            number(node, "stepsPerSecond", entrant.stepsPerSecond());
            if (entrant.seeds().size() > 1) {
                seeds(node.putObject("seeds"), entrant.seeds());
            }
        }
        root.put("backend", summary.backend()).put("seed", summary.seed());
        if (summary.data() != null) {
            data(root.putObject("data"), summary.data());
        }
        ArrayNode findings = root.putArray("findings");
        for (RaceSummary.Finding found : summary.findings()) {
            findings.addObject().put("contender", found.contender()).put("kind", found.kind()).put("evidence", found.evidence())
                    .put("remedy", found.remedy());
        }
        return Json.text(root);
    }

    private static void data(ObjectNode node, RaceSummary.Data data) {
        node.put("rows", data.rows()).put("leftOut", data.leftOut()).put("unused", data.unused()).put("equalRows", data.equalRows())
                .put("totalRows", data.totalRows()).put("badCells", data.badCells()).put("training", data.training())
                .put("validation", data.validation()).put("target", data.target().value()).put("targetGuessed", data.target().guessed())
                .put("task", data.task().value()).put("classesGuessed", data.task().guessed());
        data.ignored().forEach(node.putArray("ignored")::add);
        data.notes().forEach(node.putArray("notes")::add);
    }

    private static void seeds(ObjectNode node, List<RaceSummary.Seed> seeds) {
        spread(node.putObject("finalLoss"), seeds.stream().mapToDouble(RaceSummary.Seed::finalLoss).toArray());
        spread(node.putObject("loss"), seeds.stream().mapToDouble(RaceSummary.Seed::loss).toArray());
        spread(node.putObject("validationLoss"), seeds.stream().mapToDouble(RaceSummary.Seed::validationLoss).toArray());
        spread(node.putObject("metric"), seeds.stream().mapToDouble(RaceSummary.Seed::metric).toArray());
        ArrayNode each = node.putArray("each");
        for (RaceSummary.Seed seed : seeds) {
            ObjectNode one = each.addObject().put("seed", seed.seed());
            number(one, "finalLoss", seed.finalLoss());
            number(one, "loss", seed.loss());
            number(one, "validationLoss", seed.validationLoss());
            number(one, "metric", seed.metric());
        }
    }

    private static void spread(ObjectNode node, double[] values) {
        Spread spread = Spread.of(values);
        number(node, "mean", spread.mean());
        number(node, "standardDeviation", spread.deviation());
        number(node, "least", spread.least());
        number(node, "most", spread.most());
    }

    private static void best(ObjectNode node, RaceSummary.Best best) {
        number(node, "bestValidationLoss", best.loss());
        if (Double.isFinite(best.loss())) {
            node.put("bestStep", best.step());
        } else {
            node.putNull("bestStep");
        }
        if (best.overfits()) {
            node.put("overfitsSince", best.step());
        }
    }

    private static void metric(ObjectNode node, RaceSummary.Metric metric) {
        if (metric == null) {
            node.putNull("metric");
        } else {
            ObjectNode inner = node.putObject("metric");
            inner.put("name", metric.name());
            number(inner, "value", metric.value());
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
