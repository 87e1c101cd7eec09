package downhill.store;

import downhill.race.document.Experiment;
import downhill.race.document.Look;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks at sealed rows: what is written down of one, and what has been changed since the last. */
public final class Looks {
    /** Longer texts, such as those of rules, are kept as their hash. */
    private static final int LONGEST = 64;
    private static final int SHOWN = 6;
    /** What changes nothing that is learned. */
    private static final Set<String> OF_THE_SCREEN = Set.of("id", "name", "style", "muted");

    private Looks() {
    }

    /**
     * A look of this moment.
     *
     * @param folder paths of data files are relative to it
     */
    public static Look now(Experiment experiment, Path folder) {
        return new Look(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), settings(experiment, folder));
    }

    /** What is set, by its place; a data file is told by its content. */
    public static Map<String, String> settings(Experiment experiment, Path folder) {
        Map<String, String> found = new TreeMap<>();
        ObjectNode tree = ExperimentStore.hashed(new Experiment("", experiment.problem(), experiment.training(), List.of(),
                experiment.seed(), experiment.precision()), folder);
        tree.remove(List.of("title", "contenders"));
        collect(tree, "", found);
        experiment.contenders().forEach(each -> {
            ObjectNode one = (ObjectNode) RecordWriter.tree(each);
            one.remove(OF_THE_SCREEN);
            collect(one, each.name(), found);
        });
        return found;
    }

    private static void collect(JsonNode node, String place, Map<String, String> found) {
        if (node.isObject()) {
            String above = place.isEmpty() ? "" : place + ".";
            node.properties().forEach(each -> collect(each.getValue(), above + each.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), place + "[" + i + "]", found);
            }
        } else {
            String text = node.asString();
            found.put(place, text.length() <= LONGEST ? text : FileHash.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, LONGEST));
        }
    }

    /** What was changed since the last look; empty where nobody has looked. */
    public static Map<String, Look.Difference> since(Experiment experiment, Path folder) {
        List<Look> looks = experiment.looked();
        return looks.isEmpty() ? Map.of() : looks.get(looks.size() - 1).since(settings(experiment, folder));
    }

    /** How often the seal was opened, when last, and what was changed since; null where nobody has looked. */
    public static Said told(Experiment experiment, Path folder) {
        List<Look> looks = experiment.looked();
        if (looks.isEmpty()) {
            return null;
        }
        Look last = looks.get(looks.size() - 1);
        Said opened = looks.size() == 1 ? Said.of("seal.opened.one", last.at()) : Said.of("seal.opened", looks.size(), last.at());
        return Said.sentences(opened, changed(since(experiment, folder)));
    }

    private static Said changed(Map<String, Look.Difference> since) {
        if (since.isEmpty()) {
            return Said.of("seal.same");
        }
        List<Said> shown = new ArrayList<>(since.entrySet().stream().limit(SHOWN).map(Looks::changed).toList());
        if (since.size() > SHOWN) {
            shown.add(Said.of("seal.more", since.size() - SHOWN));
        }
        return Said.of("seal.changed", Said.list(shown));
    }

    private static Said changed(Map.Entry<String, Look.Difference> each) {
        Look.Difference difference = each.getValue();
        String was = difference.was() == null ? "–" : difference.was();
        String now = difference.now() == null ? "–" : difference.now();
        return was.length() > SHOWN * 2 || now.length() > SHOWN * 2 ? Said.plain(each.getKey())
                : Said.of("seal.change", each.getKey(), was, now);
    }
}
