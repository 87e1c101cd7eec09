package downhill.setting;

import downhill.model.Families;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import downhill.race.document.ContenderSettings;
import downhill.race.document.TrainingSettings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/settings.md as the declarations give it. */
final class SettingsPage {
    private static final String HEAD = """
            # All settings

            Written from the declarations in the source; `SettingsPageTest` holds it and says how to write it anew. What is not said
            has its default. Keys are those of a saved experiment. `yes or no` is `true` or `false` there, and a name such as
            `min-max` is written as it is here.
            """;
    /** Where each group stands in an experiment, and what it is called. */
    private static final Map<String, String[]> GROUPS = groups();

    private SettingsPage() {
    }

    static String text() {
        return Stream.concat(GROUPS.keySet().stream().map(SettingsPage::group), Stream.of(hyperparameters(), schedules()))
                .filter(section -> !section.isEmpty()).collect(Collectors.joining("\n", HEAD + "\n", ""));
    }

    /** Settings that stand in no group that the page knows; there must be none. */
    static List<String> homeless() {
        return DeclaredSettings.all().stream().map(Setting::key).filter(key -> !GROUPS.containsKey(group(key, '.'))).toList();
    }

    private static Map<String, String[]> groups() {
        Map<String, String[]> groups = new LinkedHashMap<>();
        groups.put("experiment", new String[] {"The whole experiment", "experiment."});
        groups.put("training", new String[] {"Training", "experiment.training."});
        groups.put("contender", new String[] {"One contender", "experiment.contenders[]."});
        groups.put("study", new String[] {"A search", "downhill tune"});
        groups.put("workers", new String[] {"Workers who share rows", "downhill compare --on"});
        groups.put("evaluation", new String[] {"How contenders are judged", "experiment.evaluation."});
        groups.put("shrink", new String[] {"A smaller form of a model", "experiment.shrink[].settings."});
        groups.put("data", new String[] {"Data", "experiment.problem.data."});
        groups.put("source", new String[] {"Where rows come from", "experiment.problem.data.source."});
        groups.put("model", new String[] {"Every model", "experiment.problem.model."});
        Families.all().stream().flatMap(family -> family.settings().stream()).map(part -> group(part.setting().key(), '.'))
                .forEach(sizes -> groups.put(sizes, new String[] {"Model: " + sizes, "experiment.problem.model.architecture."}));
        return groups;
    }

    private static String group(String key, char end) {
        return key.substring(0, key.indexOf(end));
    }

    private static String group(String name) {
        List<String> rows = DeclaredSettings.all().stream().filter(setting -> group(setting.key(), '.').equals(name))
                .sorted(Comparator.comparingInt(SettingsPage::place)).map(SettingsPage::row).toList();
        String own = name.equals("contender") ? " It can have of its own, too: " + ContenderSettings.PARTS.stream().map(Part::setting)
                .map(Setting::key)
                .filter(key -> !key.startsWith("contender.")).map(key -> "`" + key + "`").collect(Collectors.joining(", ")) + "." : "";
        String head = "## " + GROUPS.get(name)[0] + "\n\nBelow `" + GROUPS.get(name)[1].replaceAll("\\.$", "")
                + "`." + own + "\n\n| Key | Value | Default | Option | Meaning |\n|---|---|---|---|---|\n";
        return rows.isEmpty() ? "" : head + String.join("", rows);
    }

    /** Settings of a training are declared in several files, and stand here in the order of the training. */
    private static int place(Setting<?> setting) {
        return TrainingSettings.all().indexOf(setting);
    }

    private static String row(Setting<?> setting) {
        String counted = setting.unit().isEmpty() ? "" : " (" + setting.counted() + ")";
        String option = setting.option() == null ? "" : "`" + setting.option() + "`";
        return line("`" + setting.place() + "`", setting.kind().range() + counted, usual(setting), option, "**" + setting.label() + ".** "
                + setting.help());
    }

    private static String usual(Setting<?> setting) {
        String text = setting.usual() == null ? "" : setting.usualText();
        return setting.asked() ? text.isEmpty() ? "none" : "none; " + text + " where it is switched on" : text.isEmpty() ? "depends" : text;
    }

    private static String hyperparameters() {
        StringBuilder page = new StringBuilder("""
                ## Hyperparameters of the optimizers

                Below `experiment.contenders[].hyperparameters`; on the command line `--optimizers ID:key=value`. docs/rules.md has the formulas.

                | Optimizer | Key | Symbol | Value | Default |
                |---|---|---|---|---|
                """);
        for (Rule rule : RuleLibrary.complete().all()) {
            for (Hyperparameter each : rule.hyperparameters()) {
                page.append(line("`" + rule.id() + "`", "`" + each.key() + "`", each.symbol(), each.range().toString(),
                        NumberText.plain(each.defaultValue())));
            }
        }
        return page.toString();
    }

    private static String schedules() {
        StringBuilder page = new StringBuilder("""
                ## Schedules of the learning rate

                Below `experiment.contenders[].schedule`; on the command line `--schedule NAME:key=value`.

                | Schedule | Key | Value | Default |
                |---|---|---|---|
                """);
        for (ScheduleForm form : ScheduleForm.values()) {
            for (ScheduleKey key : form.keys()) {
                String usual = key.ofRun() ? "all steps of the run" : key.needed() ? "must be said" : key.setting().usualText();
                page.append(line("`" + form.title() + "`", "`" + key.name() + "`", key.range().toString(), usual));
            }
        }
        return page.toString();
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(cell -> Objects.toString(cell).replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
